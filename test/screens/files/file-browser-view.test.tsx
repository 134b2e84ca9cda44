import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesAvailability } from '../../../src/screens/files/availability.js';
import { FileBrowserView } from '../../../src/screens/files/file-browser-view.js';
import type { Purpose } from '../../../src/state/file-browser-rows.js';
import { Frame } from '../../../src/ui/components/frame.js';
import { useKeys } from '../../../src/ui/keys/use-keys.js';
import { startBrowser } from '../../state/file-browser-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

const keys = {
  enter: '\r',
  escape: '\u001b',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  tab: '\t',
  clear: '\u0015',
  backspace: '\u007f',
  palette: '\u0010',
  leave: '\u0003',
};

let root: string;
let view: Mounted;
const onChoose = vi.fn();
const onClose = vi.fn();
const onLeave = vi.fn();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-files-'));
  for (const name of ['jk.png', 'one.png', 'q.png', 'more/two.png', 'set/0/a.png', 'set/1/a.png']) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), '');
  }
  for (const call of [onChoose, onClose, onLeave]) call.mockReset();
});
afterEach(() => {
  view.unmount();
  rmSync(root, { recursive: true });
});

/** The browser as a screen has it, and the keys of everywhere as the program has them. */
function Program({ purpose }: { purpose: Purpose }) {
  useKeys('global', { leave: onLeave, 'open-home': onLeave });
  return (
    <Frame screen="recognition" place="files" availability={filesAvailability(purpose)}>
      <FileBrowserView browser={browser} onChoose={onChoose} onClose={onClose} />
    </Frame>
  );
}

let browser: ReturnType<typeof startBrowser>;

async function open(purpose: Purpose = 'pictures'): Promise<void> {
  const places = [
    { name: 'all', folder: root },
    { name: 'further', folder: join(root, 'more') },
  ] as const;
  browser = startBrowser({ purpose, places, home: root });
  view = await mount(<Program purpose={purpose} />);
  await drawn(/set\//);
}

const text = () => view.screen().join('\n');
const typed = () => view.screen()[1].trim();
const footer = () => view.screen()[23].trim();
const drawn = (pattern: RegExp) => vi.waitFor(() => expect(text()).toMatch(pattern));
/** The first screen row that holds this. */
const rowOf = (words: string) => view.screen().findIndex((line) => line.includes(words));

function click(column: number, row: number): void {
  view.services.mouse.emit({ kind: 'press', button: 'left', column, row });
  view.services.mouse.emit({ kind: 'release', button: 'left', column, row });
}

describe('the keys', () => {
  it('are those of the place, in the footer too', async () => {
    await open();
    expect(view.screen()).toHaveLength(24);
    expect(footer()).toContain('Enter choose');
    expect(footer()).toContain('Space mark');
    expect(footer()).not.toContain('q leave');
  });

  it('that are letters are typed, be they keys elsewhere', async () => {
    await open();
    await view.press('j', 'k');
    expect(text()).not.toContain('one.png');
    await view.press(keys.backspace, keys.backspace, '1', 'q', '?', ':');
    expect(typed()).toBe('1q?:');
    expect(onLeave).not.toHaveBeenCalled();
    await view.press(keys.clear, 'q', keys.enter);
    expect(onChoose).toHaveBeenCalledWith([join(root, 'q.png')]);
  });

  it('go into folders and out, and to places', async () => {
    await open();
    await view.press(keys.down, keys.right);
    await drawn(/two\.png/);
    await view.press(keys.left);
    await drawn(/one\.png/);
    await view.press(keys.tab);
    await drawn(/› further/);
    await view.press(keys.backspace);
    await drawn(/› all/);
  });

  it('mark by Space, which is typed in a path', async () => {
    await open();
    await view.press(keys.down, ' ', ' ');
    expect(text()).toContain('✓ Enter reads 2 marked');
    await view.press('~', '/', 'a', ' ', 'b');
    expect(typed()).toBe('~/a b');
    await view.press(keys.clear, keys.enter);
    expect(onChoose).toHaveBeenCalledWith([join(root, 'more'), join(root, 'set')]);
  });

  it('complete a path', async () => {
    await open();
    await view.press('~', keys.tab, 'M', keys.tab);
    await vi.waitFor(() => expect(typed()).toBe('~/more/'));
  });

  it('close it, and leave the program', async () => {
    await open();
    await view.press(keys.leave);
    expect(onLeave).toHaveBeenCalledTimes(1);
    await view.press(keys.escape);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('are those of the palette while it is open', async () => {
    await open();
    await view.press(keys.palette);
    expect(text()).toContain('Commands');
    await view.press('o', 'n', 'e', keys.down);
    await view.press(keys.escape);
    expect(onClose).not.toHaveBeenCalled();
    expect(typed()).toContain('type to filter');
  });

  it('read what is pasted', async () => {
    await open();
    await view.paste("'/pictures/a b.png'");
    expect(onChoose).toHaveBeenCalledWith(['/pictures/a b.png']);
  });
});

describe('the mouse', () => {
  it('looks at a row, and chooses it by another click', async () => {
    await open();
    const row = rowOf('one.png');
    click(10, row);
    await drawn(/╭ one\.png ─/);
    expect(onChoose).not.toHaveBeenCalled();
    click(10, row);
    await vi.waitFor(() => expect(onChoose).toHaveBeenCalledWith([join(root, 'one.png')]));
  });

  it('marks at the left of a name', async () => {
    await open();
    const row = rowOf('one.png');
    click(3, row);
    await drawn(/✓ {2}one\.png/);
    click(3, row);
    await vi.waitFor(() => expect(text()).not.toMatch(/✓ {2}one\.png/));
  });

  it('goes to a place', async () => {
    await open();
    click(60, rowOf('further'));
    await drawn(/› further/);
  });

  it('scrolls by its wheel, however fast', async () => {
    for (let index = 0; index < 60; index += 1) writeFileSync(join(root, `w${index}.png`), '');
    await open();
    await drawn(/w3\.png/);
    for (let turn = 0; turn < 3; turn += 1) {
      view.services.mouse.emit({ kind: 'wheel-down', button: 'middle', column: 10, row: 10 });
    }
    // Nine of the rows up, all, more, set, jk, one, q, w0, w1.
    await vi.waitFor(() => expect(view.screen()[3]).toContain('w2.png'));
  });
});

describe('the preview', () => {
  it('tells the size of a picture in pixels and bytes', async () => {
    await open();
    click(10, rowOf('one.png'));
    await drawn(/30x40, 0 B/);
  });

  it('counts the digits of a dataset', async () => {
    await open();
    click(10, rowOf('set/'));
    await drawn(/2 pictures of digits/);
  });
});

describe('for a dataset', () => {
  it('takes a folder that looks like one', async () => {
    await open('dataset');
    await drawn(/● {2}set\/ +2 pictures/);
    await view.press(' ');
    expect(footer()).toBe('one folder is chosen: Enter takes it');
    await view.press(keys.down, keys.enter);
    await vi.waitFor(() => expect(onChoose).toHaveBeenCalledWith([join(root, 'set')]));
  });

  it('says why a file is none', async () => {
    await open('dataset');
    click(10, rowOf('one.png'));
    await drawn(/╭ one\.png ─/);
    await view.press(keys.enter);
    await drawn(/✗ one\.png holds no samples: choose a folder, or a CSV, NPZ or IDX file/);
  });

  it('takes the words that name one', async () => {
    await open('dataset');
    await view.press(...'mnist', keys.enter);
    await vi.waitFor(() => expect(onChoose).toHaveBeenCalledWith(['mnist']));
  });
});
