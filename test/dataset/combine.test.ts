import { expect, test } from 'vitest';
import { combine, limitPerClass, shareOf } from '../../src/dataset/combine.js';
import { countPerClass, type Dataset, imageBytes } from '../../src/dataset/dataset.js';

/** Every image has its place as its first pixel. */
function datasetOf(source: string, labels: readonly number[], rest: Partial<Dataset> = {}) {
  const images = new Uint8Array(labels.length * imageBytes);
  labels.forEach((_, index) => {
    images[index * imageBytes] = index + 1;
  });
  const dataset: Dataset = {
    source,
    format: 'idx',
    images,
    labels: Uint8Array.from(labels),
    origin: (index) => ({ file: `/${source}`, entry: index }),
    skipped: [],
    size: { width: 28, height: 28 },
    forms: { straight: labels.length, normalised: 0, darkOnLight: 0 },
    cached: false,
    remarks: [],
    ...rest,
  };
  return dataset;
}

const first = datasetOf('first', [0, 1, 1, 2]);
const second = datasetOf('second', [1, 7], {
  format: 'folders',
  files: ['/b/1/x.png', '/b/7/y.png'],
  skipped: [{ file: '/b/1/z.png', reason: 'z.png is empty' }],
});

test('sources stand one after the other, each with its share', () => {
  const { labels, images, shares, skipped, source } = combine([first, second]);
  expect(Array.from(labels)).toEqual([0, 1, 1, 2, 1, 7]);
  expect([0, 3, 4, 5].map((index) => images[index * imageBytes])).toEqual([1, 4, 1, 2]);
  expect(shares).toEqual([
    { source: 'first', format: 'idx', count: 4 },
    { source: 'second', format: 'folders', count: 2 },
  ]);
  expect(skipped).toHaveLength(1);
  expect(source).toBe('first + second');
});

test('each sample knows where it is from, limited or not', () => {
  const both = combine([first, second]);
  expect([3, 4].map(both.origin)).toEqual([
    { file: '/first', entry: 3 },
    { file: '/second', entry: 0 },
  ]);
  expect([3, 4].map((index) => shareOf(both, index).source)).toEqual(['first', 'second']);
  const limited = limitPerClass(both, { limit: 1, seed: 3 });
  const entries = Array.from(limited.labels, (_, index) => limited.origin(index));
  const pixels = Array.from(limited.labels, (_, index) => limited.images[index * imageBytes] - 1);
  expect(entries.map(({ entry }) => entry)).toEqual(pixels);
});

test('what is combined lies in memory that threads share', () => {
  expect(combine([first, second]).images.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('pictures of two sizes have none in common', () => {
  const large = datasetOf('large', [3], { size: { width: 64, height: 64 } });
  expect(combine([first, large]).size).toBeUndefined();
  expect(combine([first, second]).size).toEqual({ width: 28, height: 28 });
});

test('a limit leaves so many of each digit, in their order, the same for the same seed', () => {
  const many = combine([
    datasetOf('many', Array<number>(200).fill(4).fill(9, 50)),
    datasetOf('own', [4, 4, 3]),
  ]);
  const limited = limitPerClass(many, { limit: 20, seed: 1 });
  expect(countPerClass(limited.labels)).toEqual([0, 0, 0, 1, 20, 0, 0, 0, 0, 20]);
  expect(limitPerClass(many, { limit: 20, seed: 1 }).images).toEqual(limited.images);
  expect(limitPerClass(many, { limit: 20, seed: 2 }).images).not.toEqual(limited.images);
  const places = Array.from(
    { length: limited.shares[0].count },
    (_, at) => limited.images[at * imageBytes],
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(limited.shares[0].count + limited.shares[1].count).toBe(41);
});

test('a limit above what is there changes nothing', () => {
  const samples = combine([first, second]);
  expect(limitPerClass(samples, { limit: 3, seed: 1 })).toBe(samples);
});

test('a limit keeps the files with their samples', () => {
  const files = Array.from({ length: 30 }, (_, index) => `/a/5/${index}.png`);
  const limited = limitPerClass(combine([datasetOf('a', Array(30).fill(5), { files })]), {
    limit: 4,
    seed: 7,
  });
  const kept = Array.from({ length: 4 }, (_, at) => limited.images[at * imageBytes] - 1);
  expect(limited.files).toEqual(kept.map((index) => files[index]));
});
