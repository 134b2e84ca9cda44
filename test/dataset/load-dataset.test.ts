import { symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import { countPerClass } from '../../src/dataset/dataset.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import {
  grainyJpeg,
  plainPicture,
  sevenPng,
  temporaryFolder,
  writeFiles,
} from '../vision/temporary-folder.js';

test.each([
  ['mnist', [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]],
  ['mnist:test', [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]],
])('%s is all there', async (source, perClass) => {
  const dataset = await loadDataset(source);
  expect(countPerClass(dataset.labels)).toEqual(perClass);
  expect(dataset.images.length).toBe(dataset.labels.length * 784);
  expect(dataset).toMatchObject({ format: 'idx', skipped: [], size: { width: 28, height: 28 } });
});

test('class folders give their pictures by digit and name, whatever their form', async () => {
  const folder = await temporaryFolder();
  const seven = await sevenPng();
  await writeFiles(folder, {
    '7/b.png': seven,
    '7/a.PNG': seven,
    '7/more/c.png': seven,
    '1/x.jpeg': seven,
    'notes/y.png': seven,
    '10/z.png': seven,
    '7/notes.txt': 'not a picture, and not named like one',
  });
  const dataset = await loadDataset(folder);
  expect([...dataset.labels]).toEqual([1, 7, 7, 7]);
  expect(dataset.files).toEqual(
    ['1/x.jpeg', '7/a.PNG', '7/b.png', '7/more/c.png'].map((name) => join(folder, name)),
  );
  expect(dataset).toMatchObject({
    format: 'folders',
    skipped: [],
    size: { width: 60, height: 80 },
  });
  // Light on dark, and the same for the same picture.
  expect(dataset.images[0]).toBe(0);
  expect(Math.max(...dataset.images)).toBe(255);
  expect(dataset.images.subarray(0, 784)).toEqual(dataset.images.subarray(3 * 784));
});

test('digits_jpeg in a folder is found, and a relative source starts at the workspace', async () => {
  const workspace = await temporaryFolder();
  await writeFiles(workspace, { 'data/digits_jpeg/4/a.png': await sevenPng() });
  const dataset = await loadDataset('data', { workspace });
  expect([...dataset.labels]).toEqual([4]);
  expect(dataset.source).toBe('data');
});

test('pictures of several sizes have no common size', async () => {
  const folder = await temporaryFolder();
  const larger = await plainPicture({ width: 200, height: 200, background: 'black' })
    .composite([{ input: await sevenPng(), left: 50, top: 50 }])
    .png()
    .toBuffer();
  await writeFiles(folder, { '7/a.png': await sevenPng(), '7/b.png': larger });
  expect((await loadDataset(folder)).size).toBeUndefined();
});

test('a file that cannot be read is left out with its reason, the rest is loaded', async () => {
  const folder = await temporaryFolder();
  const jpeg = await grainyJpeg();
  await writeFiles(folder, {
    '3/empty.png': '',
    '3/half.jpg': jpeg.subarray(0, jpeg.length / 2),
    '3/text.png': 'only words',
    '3/blank.png': await plainPicture().png().toBuffer(),
    '7/good.png': await sevenPng(),
  });
  await symlink(join(folder, 'nowhere'), join(folder, '7', 'link.png'));
  await symlink(folder, join(folder, '7', 'loop'));
  const dataset = await loadDataset(folder);
  expect([...dataset.labels]).toEqual([7]);
  expect(dataset.skipped.map(({ file, reason }) => [basename(file), reason])).toEqual([
    ['blank.png', 'blank.png is blank: leave it out or write on it'],
    ['empty.png', 'empty.png is empty (0 bytes): copy it again or leave it out'],
    ['half.jpg', 'half.jpg is truncated or damaged: copy it again'],
    [
      'text.png',
      'text.png is not a picture (its first bytes are text): use a JPEG, PNG, WebP, GIF, TIFF or BMP file',
    ],
    ['link.png', 'link.png is not there: check the path'],
  ]);
});

test('a source with nothing to load says what is expected', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    'file.png': await sevenPng(),
    'none/pictures/a.png': await sevenPng(),
    'hollow/3/notes.txt': '',
    'broken/3/a.png': 'only words',
  });
  const empty = await temporaryFolder();
  const layout = (source: string) =>
    `put pictures (.jpg .jpeg .png) into folders named 0 to 9, as in ${source}/7/seven.jpg`;
  const sources =
    'name a folder with class folders 0 to 9, an IDX, CSV or NPZ file, or the word mnist';
  const lines = {
    missing: `missing is not there: ${sources}`,
    'file.png': `file.png is a file of no known kind of samples: ${sources}`,
    [empty]: `${empty} is empty: ${layout(empty)}`,
    none: `none has no class folders: ${layout('none')}`,
    hollow: `hollow has class folders, but no pictures in them: ${layout('hollow')}`,
    broken:
      'none of the 1 pictures in broken can be read: look at the first: a.png is not a picture (its first bytes are text): use a JPEG, PNG, WebP, GIF, TIFF or BMP file',
  };
  const found: Record<string, string> = {};
  for (const source of Object.keys(lines)) {
    const error = await loadDataset(source, { workspace: folder }).catch((thrown) => thrown);
    found[source] = error instanceof Problem ? error.line : `no Problem: ${error}`;
  }
  expect(found).toEqual(lines);
});

/** A folder of so many pictures. */
async function sevens(count: number): Promise<string> {
  const seven = await sevenPng();
  const files = Array.from({ length: count }, (_, index) => [`7/${index}.png`, seven]);
  return writeFiles(await temporaryFolder(), Object.fromEntries(files));
}

test('progress goes from none to all', async () => {
  const told: { done: number; total: number }[] = [];
  await loadDataset(await sevens(120), { onProgress: (progress) => told.push(progress) });
  expect(told[0]).toEqual({ done: 0, total: 120 });
  expect(told.at(-1)).toEqual({ done: 120, total: 120 });
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(3);
});

test('loading ends when it is aborted, and what was read is not kept', async () => {
  const folder = await sevens(200);
  const abort = new AbortController();
  let last = 0;
  const loading = loadDataset(folder, {
    signal: abort.signal,
    onProgress: ({ done }) => {
      last = done;
      if (done > 0) abort.abort();
    },
  });
  await expect(loading).rejects.toThrow(/abort/i);
  expect(last).toBeLessThan(200);
  expect((await loadDataset(folder)).cached).toBe(false);
});
