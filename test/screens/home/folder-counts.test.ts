import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countPictures } from '../../../src/screens/home/folder-counts.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digitscope-counts-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), '');
  }
}

it('counts pictures in the folders 0 to 9 and below, and nothing else', async () => {
  await write('0/a.png', '0/b.JPG', '7/more/c.jpeg', '7/note.txt', 'x/d.png', '7/.png');
  expect(await countPictures(folder)).toBe(3);
});

it('looks into the digits_jpeg of a folder', async () => {
  await write('digits_jpeg/3/a.png');
  expect(await countPictures(folder)).toBe(1);
});

it('has no number for what has no such folders', async () => {
  await write('3', 'a.png');
  expect(await countPictures(folder)).toBe(0);
  expect(await countPictures(join(folder, 'none'))).toBeUndefined();
  expect(await countPictures(join(folder, 'a.png'))).toBeUndefined();
});
