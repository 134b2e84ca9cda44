import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureResult } from '../../../src/host/protocol.js';
import { RecognitionScreen } from '../../../src/screens/recognition/recognition-screen.js';
import { FileBrowser } from '../../../src/state/file-browser-store.js';
import { previewsOf } from '../../../src/state/recognition-previews.js';
import type { Recognition } from '../../../src/state/recognition-store.js';
import {
  damagedModel,
  type FakeHost,
  modelSummary,
  read,
  startRecognition,
  unreadable,
} from '../../state/recognition-fakes.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';

const enter = '\r';
const escapeKey = '\u001b';
const down = '\u001b[B';
const right = '\u001b[C';

let folder: string;
let host: FakeHost;
let recognition: Recognition;
let view: Mounted;
const onBack = vi.fn();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-recognition-'));
  mkdirSync(join(folder, 'more'));
  for (const name of ['one.png', 'two.png']) writeFileSync(join(folder, name), '');
  ({ host, recognition } = startRecognition());
  host.models = [
    modelSummary('starter', { preferred: true }),
    damagedModel('broken', 'its weights are truncated'),
    modelSummary('mine', { preferred: false }),
  ];
  onBack.mockReset();
  view = await show();
});

afterEach(() => {
  view.unmount();
  rmSync(folder, { recursive: true });
});

function show(options: MountOptions = {}): Promise<Mounted> {
  const browser = new FileBrowser({
    purpose: 'pictures',
    places: [{ name: 'sample digits', folder }],
    recent: { load: async () => [], add: async () => {} },
    home: folder,
    previews: previewsOf(async () => host),
  });
  return mount(
    <RecognitionScreen recognition={recognition} browser={browser} status="" onBack={onBack} />,
    options,
  );
}

const text = () => view.screen().join('\n');

/** Waits until the screen shows it. */
const drawn = (pattern: RegExp) => vi.waitFor(() => expect(text()).toMatch(pattern));

/** Answers the newest request with these pictures. */
function answer(...pictures: PictureResult[]): void {
  host.last.tell(pictures.length, ...pictures);
  host.last.answer();
}

describe('the screen of recognition', () => {
  it('says what to do before anything was read', () => {
    expect(text()).toContain('Nothing was read yet');
    expect(text()).toContain('o  opens a picture, several, or a folder');
    expect(text()).toContain('m  chooses the model: starter');
  });

  it('reads the sample digits into a table, and shows one large', async () => {
    await view.press('s');
    expect(host.last.params.paths).toEqual(['/samples']);
    answer(
      read('/samples/a.png', 7, 0.98),
      unreadable('/samples/b.png', 'b.png is empty (0 bytes): copy it again'),
    );
    await drawn(/a\.png +7 +98\.0 % {2}High/);
    expect(text()).toMatch(/b\.png +✗ is empty/);
    await view.press(enter);
    expect(text()).toContain('1/2 a.png');
    expect(text()).toContain('seven  98.0 %');
    expect(text()).toContain('dark on light, stroke 2.1 -> 3.0');
    await view.press(enter);
    expect(text()).not.toContain('›7 █');
    await view.press(enter);
    expect(text()).toContain('›7 █');
    await view.press(right);
    expect(text()).toContain('✗ b.png is empty (0 bytes): copy it again');
    await view.press(escapeKey);
    expect(text()).toContain('average confidence    98.0 %');
    await view.press(escapeKey);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('shows why nothing could be read, and tries again', async () => {
    await view.press('s');
    host.last.fail(new Error('the host is not well'));
    await drawn(/✗ the host is not well/);
    await view.press('r');
    expect(host.predictions).toHaveLength(2);
  });

  it('says why a key cannot act', async () => {
    await view.press('u');
    expect(text()).toContain('read a picture first (o, or s for the samples)');
  });
});

describe('the file browser', () => {
  beforeEach(async () => {
    await view.press('o');
    await drawn(/one\.png/);
  });

  it('reads what is chosen in it', async () => {
    await view.press('t', 'w', 'o');
    await vi.waitFor(() => expect(text()).not.toContain('one.png'));
    await view.press(enter);
    await vi.waitFor(() => expect(host.last.params.paths).toEqual([join(folder, 'two.png')]));
  });

  it('closes by Esc and leaves the screen where it is', async () => {
    await view.press(escapeKey);
    expect(text()).toContain('Nothing was read yet');
    expect(onBack).not.toHaveBeenCalled();
  });
});

describe('the choice of the model', () => {
  it('passes over damaged ones, and reads again', async () => {
    await view.press('s');
    answer(read('/samples/a.png', 7, 0.98));
    await drawn(/seven/);
    await view.press('m');
    expect(text()).toMatch(/broken +✗ its weights are truncated/);
    await view.press(down, enter);
    expect(host.last.params).toMatchObject({ paths: ['/samples'], model: 'mine' });
    expect(text()).not.toContain('Enter chooses');
  });
});

describe('the filter of the table', () => {
  beforeEach(async () => {
    await view.press('s');
    answer(read('/p/a.png', 7, 0.98), read('/p/b.png', 1, 0.7), read('/p/c.png', 7, 0.6));
    await drawn(/3 pictures in/);
  });

  it('narrows the table while it is typed, and is kept by Enter', async () => {
    await view.press('/');
    expect(view.screen()[1]).toContain('a digit, high, medium, low, unsure');
    await view.press('7', ' ', 'm');
    expect(text()).toContain('0 of 3 shown');
    expect(text()).toContain('no picture goes with the filter');
    await view.press(...'edium');
    expect(view.screen()[1]).toMatch(/^ \/ 7 medium +Enter keeps, Esc clears/);
    expect(text()).toContain('1 of 3 shown');
    expect(text()).not.toContain('a.png');
    await view.press(enter);
    expect(view.screen()[1]).toMatch(/^ \/ 7 medium {2}\/ changes it, Esc clears/);
    expect(text()).toContain('3 pictures ─');
    await view.press(enter);
    expect(text()).toContain('seven  60.0 %');
    expect(text()).toContain(' c.png ');
  });

  it('takes letters that are keys elsewhere, and leaves the arrows to the table', async () => {
    await view.press('/', ...'png');
    await view.press(down, enter);
    expect(recognition.store.getState()).toMatchObject({ filter: 'png', selected: 1 });
    expect(host.predictions).toHaveLength(1);
  });

  it('is cleared by Esc, before that leaves the screen', async () => {
    await view.press('/', '7', enter, enter);
    expect(text()).toContain('1/2 a.png');
    await view.press(escapeKey);
    expect(text()).toContain('2 of 3 shown');
    await view.press(escapeKey);
    expect(text()).not.toContain('shown');
    expect(onBack).not.toHaveBeenCalled();
    await view.press('/', '1', escapeKey);
    expect(text()).not.toContain('shown');
    expect(onBack).not.toHaveBeenCalled();
    await view.press(escapeKey);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('is of the table alone: Tab goes there and back', async () => {
    await view.press('\t');
    expect(text()).toContain('1/3 a.png');
    await view.press('/');
    expect(text()).toContain('it filters the table: Tab goes back to it');
    await view.press('\t');
    expect(text()).toContain('Totals');
  });
});

it('shows the selected picture beside the table where there is room for it', async () => {
  view.unmount();
  view = await show({ columns: 200, rows: 60 });
  await view.press('s');
  answer(read('/p/a.png', 7, 0.98), unreadable('/p/b.png', 'b.png is empty'));
  await drawn(/1\/2 a\.png ─+ 30x40 ─╮/);
  expect(host.previews).toEqual(['/p/a.png']);
  await view.press(down);
  await drawn(/2\/2 b\.png ─+╮/);
  expect(host.previews).toEqual(['/p/a.png']);
  view.services.appearance.toggleStage();
  await drawn(/b\.png {2}2\/2/);
});

describe('the mouse', () => {
  const click = (column: number, row: number) => {
    view.services.mouse.emit({ kind: 'press', button: 'left', column, row });
    view.services.mouse.emit({ kind: 'release', button: 'left', column, row });
  };
  const wheel = (kind: 'wheel-up' | 'wheel-down', row: number) => {
    view.services.mouse.emit({ kind, button: 'left', column: 10, row });
  };
  const selected = () => recognition.store.getState().selected;

  beforeEach(async () => {
    await view.press('s');
    answer(...Array.from({ length: 40 }, (_, index) => read(`/p/${index}.png`, 1, 0.9)));
    await drawn(/40 pictures in/);
  });

  it('looks at a row, and shows it large when it is clicked again', async () => {
    const row = view.screen().findIndex((line) => line.includes(' 14.png '));
    click(10, row);
    await drawn(/\/p\/14\.png/);
    expect(selected()).toBe(14);
    expect(view.screen()[row]).toContain(' 14.png ');
    click(10, row);
    await drawn(/15\/40 14\.png/);
  });

  it('does nothing on the heads of the columns', () => {
    const row = view.screen().findIndex((line) => line.includes('confidence  status'));
    click(10, row);
    expect(selected()).toBe(0);
  });

  it('moves by its wheel', () => {
    wheel('wheel-down', 8);
    wheel('wheel-down', 8);
    wheel('wheel-up', 8);
    expect(selected()).toBe(1);
  });

  it('turns to other pictures where one is large', async () => {
    await view.press(enter);
    click(70, 10);
    await drawn(/2\/40 1\.png/);
    click(5, 10);
    await drawn(/1\/40 0\.png/);
    wheel('wheel-down', 10);
    await drawn(/2\/40 1\.png/);
  });
});
