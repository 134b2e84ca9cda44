import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameWriter } from '../../../../src/ui/terminal/frame-writer.js';
import type { TakenMark } from '../../../../src/ui/terminal/graphics/picture-marks.js';
import { PictureMarks } from '../../../../src/ui/terminal/graphics/picture-marks.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A screen of 20 by 4 cells; `update` draws a frame and gives what was written for it. */
function start(protocol: 'kitty' | 'iterm2') {
  const marks = new PictureMarks();
  const written: string[] = [];
  const writer = new FrameWriter({
    marks,
    size: () => ({ columns: 20, rows: 4 }),
    sink: {
      write: (text, done) => {
        written.push(text);
        done();
      },
    },
  });
  const take = (key: string, png = Buffer.from('png!')) => {
    const taken = marks.take({ protocol, png, key, columns: 4, rows: 2 });
    return taken ?? fail();
  };
  const newlyWritten = () => {
    vi.advanceTimersByTime(1000);
    const texts = written.splice(0);
    return texts.join('|').replace('\x1b[?2026h', '').replace('\x1b[?2026l', '');
  };
  const update = (...rows: string[]): string => {
    writer.draw(rows.join('\n'));
    return newlyWritten();
  };
  return { marks, writer, take, update, newlyWritten };
}

function fail(): never {
  throw new Error('no mark was left');
}

const cells = ({ mark }: TakenMark) => mark.repeat(4);
const kitty = (codes: string) => `\x1b_G${codes}\x1b\\`;
const inline = (data: string) =>
  `\x1b]1337;File=inline=1;width=4;height=2;preserveAspectRatio=1:${data}\x07`;
const clear = '\x1b[0m\x1b[2J';

describe('by kitty, a picture', () => {
  it('is sent once and placed where it stands', () => {
    const { take, update } = start('kitty');
    const seven = take('seven');
    expect(update('a', ` ${cells(seven)}`, ` ${cells(seven)}`)).toBe(
      `${clear}\x1b[1;1Ha${kitty('a=t,f=100,i=1,q=2,m=0;cG5nIQ==')}\x1b[2;2H${kitty('a=p,i=1,p=2,c=4,r=2,C=1,q=2')}`,
    );
  });

  it('costs nothing while it stays, whatever changes beside it', () => {
    const { take, update } = start('kitty');
    const mark = take('seven');
    update(`a ${cells(mark)} 1`, `b ${cells(mark)} 2`);
    expect(update(`a ${cells(mark)} 1`, `b ${cells(mark)} 2`)).toBe('');
    expect(update(`x ${cells(mark)} 1`, `b ${cells(mark)} 3`)).toBe('\x1b[1;1Hx\x1b[2;8H3');
  });

  it('is placed again without its data where a row is written over it', () => {
    const { take, update } = start('kitty');
    const mark = take('seven');
    update(`は1 ${cells(mark)}`, `    ${cells(mark)}`);
    expect(update(`は2 ${cells(mark)}`, `    ${cells(mark)}`)).toBe(
      `\x1b[1;1Hは2     \x1b[K\x1b[1;5H${kitty('a=p,i=1,p=2,c=4,r=2,C=1,q=2')}`,
    );
  });

  it('that moves is placed anew, and its old place is deleted', () => {
    const { take, update } = start('kitty');
    const mark = take('seven');
    update(cells(mark), cells(mark));
    expect(update('', cells(mark), cells(mark))).toBe(
      `\x1b[2;1H${kitty('a=p,i=1,p=3,c=4,r=2,C=1,q=2')}${kitty('a=d,d=i,i=1,p=2,q=2')}`,
    );
  });

  it('that is covered is deleted, and comes back without its data', () => {
    const { take, update } = start('kitty');
    const mark = take('seven');
    update(cells(mark), cells(mark));
    expect(update('overlay', cells(mark))).toBe(`\x1b[1;1Hoverlay${kitty('a=d,d=i,i=1,p=2,q=2')}`);
    expect(update(cells(mark), cells(mark))).toBe(
      `\x1b[1;1H    \x1b[K\x1b[1;1H${kitty('a=p,i=1,p=3,c=4,r=2,C=1,q=2')}`,
    );
  });

  it('that another one takes the place of goes after that has come', () => {
    const { take, update } = start('kitty');
    const seven = take('seven');
    update(cells(seven), cells(seven));
    seven.release();
    const two = take('two', Buffer.from('2'));
    expect(update(cells(two), cells(two))).toBe(
      `${kitty('a=t,f=100,i=3,q=2,m=0;Mg==')}\x1b[1;1H${kitty('a=p,i=3,p=4,c=4,r=2,C=1,q=2')}${kitty('a=d,d=i,i=1,p=2,q=2')}`,
    );
  });

  it('is sent in chunks of 4096 signs', () => {
    const { take, update } = start('kitty');
    const mark = take('large', Buffer.alloc(7000, 1));
    const data = Buffer.alloc(7000, 1).toString('base64');
    expect(update(cells(mark), cells(mark))).toContain(
      kitty(`a=t,f=100,i=1,q=2,m=1;${data.slice(0, 4096)}`) +
        kitty(`q=2,m=1;${data.slice(4096, 8192)}`) +
        kitty(`q=2,m=0;${data.slice(8192)}`),
    );
  });

  it('that has not been looked at for long is freed', () => {
    const { take, update } = start('kitty');
    const frames = Array.from({ length: 18 }, (_, index) => {
      const mark = take(`picture ${index}`);
      const written = update(cells(mark), cells(mark));
      mark.release();
      return written;
    });
    expect(frames[15]).not.toContain('d=I');
    expect(frames[16]).toContain(kitty('a=d,d=I,i=1,q=2'));
    expect(frames[17]).toContain(kitty('a=d,d=I,i=3,q=2'));
  });

  it('is freed and sent again when the screen was lost', () => {
    const { writer, take, update, newlyWritten } = start('kitty');
    const mark = take('seven');
    update(cells(mark), cells(mark));
    writer.pause();
    expect(update('a', cells(mark), cells(mark))).toBe('');
    writer.resume();
    expect(newlyWritten()).toBe(
      `${kitty('a=d,d=I,i=1,q=2')}${kitty('a=d,d=A,q=2')}${clear}\x1b[1;1Ha${kitty('a=t,f=100,i=3,q=2,m=0;cG5nIQ==')}\x1b[2;1H${kitty('a=p,i=3,p=4,c=4,r=2,C=1,q=2')}`,
    );
  });

  it('is freed before the screen is left', () => {
    const { writer, take, update } = start('kitty');
    expect(writer.clearPictures()).toBe('');
    const mark = take('seven');
    update(cells(mark), cells(mark));
    expect(writer.clearPictures()).toBe(kitty('a=d,d=I,i=1,q=2') + kitty('a=d,d=A,q=2'));
    expect(writer.clearPictures()).toBe('');
  });
});

describe('by iTerm2, a picture', () => {
  it('is drawn where it stands', () => {
    const { take, update } = start('iterm2');
    const mark = take('seven');
    expect(update('a', ` ${cells(mark)}`, ` ${cells(mark)}`)).toBe(
      `${clear}\x1b[1;1Ha\x1b[2;2H${inline('cG5nIQ==')}`,
    );
  });

  it('costs nothing while it stays, whatever changes beside it', () => {
    const { take, update } = start('iterm2');
    const mark = take('seven');
    update(`a ${cells(mark)} 1`, `b ${cells(mark)} 2`);
    expect(update(`a ${cells(mark)} 1`, `b ${cells(mark)} 2`)).toBe('');
    expect(update(`x ${cells(mark)} 1`, `b ${cells(mark)} 3`)).toBe('\x1b[1;1Hx\x1b[2;8H3');
  });

  it('is drawn again where a row is written over it', () => {
    const { take, update } = start('iterm2');
    const mark = take('seven');
    update(`は1 ${cells(mark)}`, `    ${cells(mark)}`);
    expect(update(`は2 ${cells(mark)}`, `    ${cells(mark)}`)).toBe(
      `\x1b[1;1Hは2     \x1b[K\x1b[1;5H${inline('cG5nIQ==')}`,
    );
  });

  it('that goes has its rows written over it', () => {
    const { take, update } = start('iterm2');
    const mark = take('seven');
    update(`a${cells(mark)}`, `b${cells(mark)}`, 'c');
    expect(update('a', 'b', 'c')).toBe('\x1b[1;1Ha\x1b[K\x1b[2;1Hb\x1b[K');
  });

  it('that another one takes the place of is written over first', () => {
    const { take, update } = start('iterm2');
    const seven = take('seven');
    update(cells(seven), cells(seven));
    seven.release();
    const two = take('two', Buffer.from('2'));
    expect(update(cells(two), cells(two))).toBe(
      `\x1b[1;1H    \x1b[K\x1b[2;1H    \x1b[K\x1b[1;1H${inline('Mg==')}`,
    );
  });

  it('beside one that goes is drawn again, for its row is written', () => {
    const { take, update } = start('iterm2');
    const seven = take('seven');
    const two = take('two', Buffer.from('2'));
    update(cells(seven) + cells(two), cells(seven) + cells(two));
    expect(update(cells(seven), cells(seven))).toBe(
      `\x1b[1;1H    \x1b[K\x1b[2;1H    \x1b[K\x1b[1;1H${inline('cG5nIQ==')}`,
    );
  });
});

it('changes from one protocol to the other', () => {
  const { marks, take, update } = start('kitty');
  const first = take('seven');
  update(cells(first), cells(first));
  first.release();
  const png = Buffer.from('png!');
  const second =
    marks.take({ protocol: 'iterm2', png, key: 'seven', columns: 4, rows: 2 }) ?? fail();
  expect(update(cells(second), cells(second))).toBe(
    `${kitty('a=d,d=i,i=1,p=2,q=2')}\x1b[1;1H${inline('cG5nIQ==')}`,
  );
});
