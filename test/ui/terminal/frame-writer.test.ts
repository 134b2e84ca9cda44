import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameWriter } from '../../../src/ui/terminal/frame-writer.js';

describe('a frame writer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function start() {
    const written: string[] = [];
    const takers: (() => void)[] = [];
    const size = { columns: 10, rows: 2 };
    const writer = new FrameWriter({
      sink: {
        write: (text, done) => {
          written.push(text);
          takers.push(done);
        },
      },
      size: () => size,
      maxFps: 10,
    });
    return { writer, written, size, take: () => takers.shift()?.() };
  }

  const update = (text: string) => `\x1b[?2026h${text}\x1b[?2026l`;

  it('draws the first frame at once, and as many rows as the screen has', () => {
    const { writer, written } = start();
    writer.draw('a\nb\nc');
    expect(written).toEqual([update('\x1b[0m\x1b[2J\x1b[1;1Ha\x1b[2;1Hb')]);
  });

  it('draws only the newest of the frames that come too fast', () => {
    const { writer, written, take } = start();
    writer.draw('a');
    take();
    writer.draw('b');
    writer.draw('c');
    expect(written).toHaveLength(1);
    vi.advanceTimersByTime(101);
    expect(written.slice(1)).toEqual([update('\x1b[1;1Hc')]);
  });

  it('drops stale frames while the terminal takes nothing', () => {
    const { writer, written, take } = start();
    writer.draw('a');
    vi.advanceTimersByTime(1000);
    writer.draw('b');
    vi.advanceTimersByTime(1000);
    writer.draw('c');
    expect(written).toHaveLength(1);
    take();
    expect(written.slice(1)).toEqual([update('\x1b[1;1Hc')]);
  });

  it('writes nothing for a frame that is on the screen already', () => {
    const { writer, written, take } = start();
    writer.draw('a');
    take();
    vi.advanceTimersByTime(1000);
    writer.draw('a');
    expect(written).toHaveLength(1);
  });

  it('draws whole again after the screen was lost, even while the terminal was busy', () => {
    const { writer, written, size, take } = start();
    writer.draw('a');
    size.rows = 1;
    writer.invalidate();
    take();
    vi.advanceTimersByTime(101);
    expect(written.slice(1)).toEqual([update('\x1b[0m\x1b[2J\x1b[1;1Ha')]);
  });

  it('draws nothing while it pauses', () => {
    const { writer, written, take } = start();
    writer.draw('a');
    take();
    writer.pause();
    writer.draw('b');
    vi.advanceTimersByTime(1000);
    expect(written).toHaveLength(1);
    writer.resume();
    expect(written[1]).toContain('\x1b[1;1Hb');
  });

  it('settles when the terminal took the frame, or when that lasts too long', async () => {
    const { writer, take } = start();
    await writer.settle(100);
    writer.draw('a');
    const taken = writer.settle(100);
    take();
    await taken;
    vi.advanceTimersByTime(1000);
    writer.draw('b');
    const late = writer.settle(100);
    vi.advanceTimersByTime(101);
    await late;
  });
});
