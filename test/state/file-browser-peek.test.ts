import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PicturePreview } from '../../src/host/protocol.js';
import { Peek, type PeekedPicture } from '../../src/state/file-browser-peek.js';
import { Previews } from '../../src/state/recognition-previews.js';

let folder: string;
let peek: Peek;
let asked: { file: string; answer: (preview: PicturePreview) => void; fail: () => void }[];
let shown: PeekedPicture[];
let counted: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-peek-'));
  [asked, shown, counted] = [[], [], []];
  peek = new Peek({
    previews: new Previews(
      (file) =>
        new Promise((resolve, reject) => {
          asked.push({ file, answer: resolve, fail: () => reject(new Error('it is damaged')) });
        }),
    ),
    onPicture: (picture) => shown.push(picture),
    countFolder: async (path) => {
      counted.push(path);
    },
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const png = { png: '', width: 3, height: 4 };
const picture = (path: string) => ({ kind: 'picture', path }) as const;

it('loads one at a time, and of those that are passed quickly the last', async () => {
  for (const name of ['/a', '/b', '/c', '/d']) peek.at(picture(name));
  expect(asked.map(({ file }) => file)).toEqual(['/a']);
  asked[0].answer(png);
  await vi.waitFor(() => expect(asked.map(({ file }) => file)).toEqual(['/a', '/d']));
  asked[1].answer(png);
  await vi.waitFor(() => expect(shown.map(({ path }) => path)).toEqual(['/d']));
});

it('tells the size of the file, and why a picture cannot be shown', async () => {
  const path = join(folder, 'three.png');
  writeFileSync(path, '123');
  peek.at(picture(path));
  asked[0].fail();
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toEqual({
    path,
    bytes: 3,
    preview: { file: path, status: 'failed', problem: 'it is damaged' },
  });
});

it('asks once for what was seen before, and counts folders', async () => {
  peek.at(picture('/a'));
  asked[0].answer(png);
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  peek.at({ kind: 'folder', path: '/photos' });
  await vi.waitFor(() => expect(counted).toEqual(['/photos']));
  peek.at(picture('/a'));
  await vi.waitFor(() => expect(shown).toHaveLength(2));
  expect(asked).toHaveLength(1);
});

it('looks again after it was told of nothing', async () => {
  const photos = { kind: 'folder', path: '/photos' } as const;
  peek.at(photos);
  peek.at(photos);
  await vi.waitFor(() => expect(counted).toHaveLength(1));
  peek.at(undefined);
  peek.at(photos);
  await vi.waitFor(() => expect(counted).toHaveLength(2));
});
