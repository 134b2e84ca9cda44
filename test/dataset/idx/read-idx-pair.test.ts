import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { readIdxPair } from '../../../src/dataset/idx/read-idx-pair.js';
import { temporaryFolder, writeFiles } from '../../vision/temporary-folder.js';
import { idxBytes } from '../idx-bytes.js';

interface PairOptions {
  labels?: readonly number[];
  /** What the header of the images says, where it lies. */
  says?: readonly number[];
  change?: (images: Buffer) => Buffer;
}

/** Two images of 28x28, or what is made of them. */
async function read({ labels = [3, 9], says, change = (bytes) => bytes }: PairOptions) {
  const pixels = Array.from({ length: 2 * 784 }, (_, index) => index % 251);
  const images = change(Buffer.from(idxBytes(says ?? [2, 28, 28], pixels)));
  const folder = await writeFiles(await temporaryFolder(), {
    images,
    labels: Buffer.from(idxBytes([labels.length], labels)),
  });
  const pair = { images: join(folder, 'images'), labels: join(folder, 'labels') };
  return readIdxPair(pair, {});
}

test('images and labels belong together', async () => {
  const { width, height, labels, pixels } = await read({});
  expect([width, height, ...labels]).toEqual([28, 28, 3, 9]);
  expect(pixels.length).toBe(2 * 784);
  expect(pixels[785]).toBe(785 % 251);
});

const short = (bytes: Buffer) => bytes.subarray(0, 1000);
const long = (bytes: Buffer) => Buffer.concat([bytes, bytes]);

test.each<[string, PairOptions, string]>([
  ['counts that disagree', { labels: [1, 2, 3] }, 'images has 2 images, but labels has 3 labels'],
  ['a label that is no digit', { labels: [1, 10] }, 'labels has the label 10 at 1'],
  [
    'an end in the middle',
    { change: short },
    'images is truncated: its header asks for 1584 bytes, it has 1000',
  ],
  [
    'a gzip cut short',
    { change: (bytes) => short(gzipSync(bytes, { level: 0 })) },
    'images is truncated or damaged',
  ],
  [
    'more than its header says',
    { change: long },
    'images is too long: its header asks for 1584 bytes',
  ],
  [
    'a gzip of more than its header says',
    { change: (bytes) => gzipSync(long(bytes)) },
    'images is too long',
  ],
  [
    'a header that asks for more than a file can be',
    { says: [4_000_000_000, 28, 28] },
    'images says that it holds 4000000000 images of 28x28',
  ],
  [
    'a header that asks for more than gzip can hold',
    { says: [2_000_000, 28, 28], change: (bytes) => gzipSync(bytes) },
    'images is truncated',
  ],
  ['sides of nothing', { says: [2, 0, 28] }, 'images says that it holds 2 images of 28x0'],
  [
    'another kind of file',
    { change: () => Buffer.from('only words') },
    'images is not an IDX file of bytes with 3 axes',
  ],
  ['nothing', { change: () => Buffer.alloc(0) }, 'images is not an IDX file of bytes with 3 axes'],
])('%s is refused', async (_, options, message) => {
  const error = await read(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).message).toContain(message);
});
