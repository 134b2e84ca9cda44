import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFacts, looksLikeDataset } from '../../src/state/file-browser-facts.js';
import { listFolder } from '../../src/state/file-browser-folder.js';

let root: string;
const inRoot = (...parts: string[]) => join(root, ...parts);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-folder-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(join(inRoot(file), '..'), { recursive: true });
    writeFileSync(inRoot(file), '');
  }
}

describe('a listing', () => {
  const listed = async () => (await listFolder(root)).map(({ kind, name }) => `${kind} ${name}`);

  it('sorts as people do: folders, pictures, others; numbers by their worth, case and accents aside', async () => {
    write('b/x', 'Ä/x', 'c10.png', 'C9.png', 'ü.png', 'v.JPEG', 'notes.txt', '.hidden');
    expect(await listed()).toEqual([
      'folder Ä',
      'folder b',
      'picture C9.png',
      'picture c10.png',
      'picture ü.png',
      'picture v.JPEG',
      'other .hidden',
      'other notes.txt',
    ]);
  });

  it('keeps that order over many thousand names', async () => {
    const names = Array.from({ length: 4100 }, (_, index) => `scan ${(index * 7919) % 4100}.png`);
    for (const name of names) writeFileSync(inRoot(name), '');
    const entries = await listFolder(root);
    expect(entries.map(({ name }) => name)).toEqual(
      Array.from({ length: 4100 }, (_, index) => `scan ${index}.png`),
    );
  });

  it('looks where a link leads', async () => {
    write('folder/x', 'seven.png');
    symlinkSync(inRoot('folder'), inRoot('to folder.png'));
    symlinkSync(inRoot('seven.png'), inRoot('to seven.png'));
    symlinkSync(inRoot('nowhere'), inRoot('lost.png'));
    expect(await listed()).toEqual([
      'folder folder',
      'folder to folder.png',
      'picture seven.png',
      'picture to seven.png',
      'other lost.png',
    ]);
  });

  it.skipIf(process.platform === 'win32')('takes no socket for a picture', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(inRoot('socket.png'), resolve));
    expect(await listed()).toEqual(['other socket.png']);
    await new Promise((resolve) => server.close(resolve));
  });

  it('joins a path to the root once', async () => {
    for (const { path, name } of await listFolder('/')) expect(path).toBe(`/${name}`);
  });
});

describe('what is in a folder', () => {
  it('is counted by kind, without what is hidden', async () => {
    write('a/x', 'b/x', '1.png', '2.webp', 'notes.txt', '.3.png');
    expect(await folderFacts(root)).toEqual({ folders: 2, pictures: 2, others: 1 });
  });

  it('are the pictures of each digit where it looks like a dataset', async () => {
    write('0/a.png', '0/b.JPG', '0/c.webp', '0/e.txt', '0/.d.png', '7/a.jpeg', 'more/a.png');
    expect(await folderFacts(root)).toMatchObject({
      folders: 3,
      perClass: [3, 0, 0, 0, 0, 0, 0, 1, 0, 0],
    });
  });

  it('are those of the digits_jpeg in it', async () => {
    write('digits_jpeg/3/a.png', 'digits_jpeg/4/a.png');
    expect(await folderFacts(root)).toMatchObject({ perClass: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0] });
  });

  it('is the reason where it cannot be read', async () => {
    expect(await folderFacts(inRoot('gone'))).toEqual({
      problem: 'gone is not there: check the path',
    });
  });
});

it.each([
  [['0', '1'], true],
  [['digits_jpeg', 'more'], true],
  [['5'], false],
  [['10', '11', '2023'], false],
  [[], false],
])('a folder of the folders %j looks like a dataset: %s', (names, expected) => {
  expect(looksLikeDataset(names.map((name) => ({ kind: 'folder', name })))).toBe(expected);
});

it('files that are called like digits make no dataset', () => {
  const files = ['0', '1'].map((name) => ({ kind: 'other', name }) as const);
  expect(looksLikeDataset(files)).toBe(false);
});
