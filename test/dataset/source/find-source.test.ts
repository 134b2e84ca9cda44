import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { findSource } from '../../../src/dataset/source/find-source.js';
import { parseSource } from '../../../src/dataset/source/source-name.js';
import { sevenPng, temporaryFolder, writeFiles } from '../../vision/temporary-folder.js';
import { idxBytes } from '../idx-bytes.js';
import { npzBytes } from '../npz-bytes.js';

const images = Buffer.from(idxBytes([1, 28, 28], new Uint8Array(784)));
const labels = Buffer.from(idxBytes([1], [7]));
const table = `${Array.from({ length: 17 }, (_, index) => index % 10).join(',')}\n`;
const npz = npzBytes({ x_train: { type: '|u1', shape: [0, 4, 4], bytes: new Uint8Array() } });

async function find(files: Record<string, Buffer | string>, source: string) {
  const folder = await writeFiles(await temporaryFolder(), files);
  const { looked: _, ...found } = await findSource(parseSource(source, folder), source);
  return JSON.parse(JSON.stringify(found).replaceAll(`${folder}/`, ''));
}

async function problemOf(files: Record<string, Buffer | string>, source: string): Promise<string> {
  const error = await find(files, source).catch((thrown: unknown) => thrown);
  return error instanceof Problem ? error.line : `no Problem: ${error}`;
}

const mnist = {
  'd/train-images-idx3-ubyte': images,
  'd/train-labels-idx1-ubyte': labels,
  'd/t10k-images-idx3-ubyte': images,
  'd/t10k-labels-idx1-ubyte': labels,
  'd/readme.txt': 'about it',
};
const trainPair = {
  format: 'idx',
  images: 'd/train-images-idx3-ubyte',
  labels: 'd/train-labels-idx1-ubyte',
};

describe('a folder', () => {
  it('of IDX pairs is its training half, which is said, or its test half', async () => {
    expect(await find(mnist, 'd')).toEqual({
      ...trainPair,
      remark: 'read train-images-idx3-ubyte of d, and not t10k-images-idx3-ubyte',
    });
    expect(await find(mnist, 'd:test')).toMatchObject({ images: 'd/t10k-images-idx3-ubyte' });
  });

  it('of one file is that file', async () => {
    expect(await find({ 'd/digits.csv': table }, 'd')).toEqual({
      format: 'csv',
      file: 'd/digits.csv',
    });
    expect(await find({ 'd/m.npz': npz }, 'd')).toEqual({
      format: 'npz',
      file: 'd/m.npz',
      half: 'train',
    });
    expect(await find({ 'd/m.npz': npz }, 'd:test')).toMatchObject({ half: 'test' });
  });

  it('of several files that say nothing asks which', async () => {
    expect(await problemOf({ 'd/a.csv': table, 'd/b.csv': table }, 'd')).toBe(
      'd holds several files of samples: name one of them: a.csv, b.csv',
    );
  });

  it('with halves of class folders is the one for training, or the other', async () => {
    const seven = await sevenPng();
    const files = { 'd/train/7/a.png': seven, 'd/test/7/a.png': seven };
    expect(await find(files, 'd')).toMatchObject({ format: 'folders', folder: 'd/train' });
    expect(await find(files, 'd:test')).toMatchObject({ folder: 'd/test' });
    expect(await problemOf({ 'd/7/a.png': seven }, 'd:test')).toBe(
      'd:test names a half of a source that has none: name it without what follows the colon',
    );
  });

  it('of class folders is that, whatever lies beside them', async () => {
    const files = { ...mnist, 'd/7/a.png': await sevenPng() };
    expect(await find(files, 'd')).toEqual({ format: 'folders', folder: 'd' });
  });
});

describe('a file', () => {
  it('of an IDX pair finds the other, whichever it is', async () => {
    expect(await find(mnist, 'd/train-images-idx3-ubyte')).toEqual(trainPair);
    expect(await find(mnist, 'd/train-labels-idx1-ubyte')).toEqual(trainPair);
  });

  it('of images without labels says what is missing', async () => {
    expect(await problemOf({ 'x-images.idx': images }, 'x-images.idx')).toBe(
      'x-images.idx holds images, and their labels are not beside it: put them there, with labels for images in the name x-images.idx',
    );
  });

  it('whose name ends like a half is taken by its name', async () => {
    expect(await find({ 'a.csv:test': table }, 'a.csv:test')).toMatchObject({ format: 'csv' });
    expect(await problemOf({ 'a.csv': table }, 'a.csv:test')).toMatch(/^a.csv:test names a half/);
  });

  it('that is a picture, or anything else, is no source', async () => {
    expect(await problemOf({ 'a.png': await sevenPng() }, 'a.png')).toBe(
      'a.png is a file of no known kind of samples: name a folder with class folders 0 to 9, an IDX, CSV or NPZ file, or the word mnist',
    );
  });
});

it('a path is made absolute, with or without its half', () => {
  expect(parseSource('some.npz:test', '/w')).toEqual({ path: '/w/some.npz', half: 'test' });
  expect(parseSource('some:other', '/w')).toEqual({ path: join('/w', 'some:other') });
});
