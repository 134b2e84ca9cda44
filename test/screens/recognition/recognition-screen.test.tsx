import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureResult } from '../../../src/host/protocol.js';
import { RecognitionScreen } from '../../../src/screens/recognition/recognition-screen.js';
import { FileBrowser } from '../../../src/state/file-browser-store.js';
import type { Recognition } from '../../../src/state/recognition-store.js';
import {
  type FakeHost,
  modelSummary,
  read,
  startRecognition,
  unreadable,
} from '../../state/recognition-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

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
    { name: 'broken', folder: '/models/broken', problem: 'its weights are truncated' },
    modelSummary('mine', { preferred: false }),
  ];
  onBack.mockReset();
  const browser = new FileBrowser({ places: [{ name: 'sample digits', folder }], home: folder });
  view = await mount(
    <RecognitionScreen recognition={recognition} browser={browser} status="" onBack={onBack} />,
  );
});

afterEach(() => {
  view.unmount();
  rmSync(folder, { recursive: true });
});

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

  it('reads what is pasted', async () => {
    await view.paste("'/pictures/my seven.png' file:///pictures/b.png");
    expect(host.last.params.paths).toEqual(['/pictures/my seven.png', '/pictures/b.png']);
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
    await vi.waitFor(() => expect(text()).toContain('read all 2 pictures here'));
  });

  it('reads all pictures of a folder', async () => {
    await view.press(enter);
    expect(host.last.params.paths).toEqual([join(folder, 'one.png'), join(folder, 'two.png')]);
  });

  it('filters by what is typed, be it a key of the screen', async () => {
    await view.press('t', 'w', 'o');
    expect(text()).not.toContain('one.png');
    await view.press(enter);
    expect(host.last.params.paths).toEqual([join(folder, 'two.png')]);
  });

  it('marks several', async () => {
    await view.press(down, ' ', ' ');
    expect(text()).toContain('reads the 2 marked');
    await view.press(enter);
    expect(host.last.params.paths).toEqual([join(folder, 'more'), join(folder, 'one.png')]);
  });

  it('reads what is pasted and closes', async () => {
    await view.paste('/pictures/a.png');
    expect(host.last.params.paths).toEqual(['/pictures/a.png']);
    expect(text()).not.toContain('Places');
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
    expect(host.last.params).toEqual({ paths: ['/samples'], model: 'mine' });
    expect(text()).not.toContain('Enter chooses');
  });
});
