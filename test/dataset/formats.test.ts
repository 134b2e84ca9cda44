import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readOriginal } from '../../src/dataset/original.js';
import { temporaryFolder, writeFiles } from '../vision/temporary-folder.js';
import { csvRows, someDigits } from './digits.js';
import { idxBytes } from './idx-bytes.js';
import { npzBytes } from './npz-bytes.js';

const count = 60;
let digits: { images: Uint8Array; labels: Uint8Array };
beforeAll(async () => {
  digits = await someDigits(count);
});

const header = ['label', ...Array.from({ length: 784 }, (_, index) => `pixel${index}`)].join(',');

/** The same digits in every form that loses nothing: what to load, and the files. */
async function forms(): Promise<Record<string, Record<string, Buffer | string>>> {
  const { images, labels } = digits;
  const idx = {
    images: Buffer.from(idxBytes([count, 28, 28], images)),
    labels: Buffer.from(idxBytes([count], labels)),
  };
  const floats = Float32Array.from(images, (value) => value / 255);
  const longs = BigInt64Array.from(labels, (label) => BigInt(label));
  const x = { type: '|u1', shape: [count, 28, 28], bytes: images };
  const y = { type: '|u1', shape: [count], bytes: labels };
  return {
    'train-images-idx3-ubyte': {
      'train-images-idx3-ubyte': idx.images,
      'train-labels-idx1-ubyte': idx.labels,
    },
    'labels.bin': { 'images.bin': idx.images, 'labels.bin': idx.labels },
    'some-images-idx3-ubyte.gz': {
      'some-images-idx3-ubyte.gz': gzipSync(idx.images),
      'some-labels-idx1-ubyte.gz': gzipSync(idx.labels),
    },
    'gzip-without-its-name-images': {
      'gzip-without-its-name-images': gzipSync(idx.images),
      'gzip-without-its-name-labels': idx.labels,
    },
    'header.csv': { 'header.csv': [header, ...csvRows(digits)].join('\n') },
    'bare.txt': { 'bare.txt': `${csvRows(digits).join('\r\n')}\r\n` },
    'last.csv': { 'last.csv': csvRows(digits, 'last').join('\n') },
    'tabs.csv': { 'tabs.csv': csvRows(digits).join('\n').replaceAll(',', '\t') },
    'packed.csv.gz': { 'packed.csv.gz': gzipSync(csvRows(digits).join('\n')) },
    'mnist.npz': { 'mnist.npz': npzBytes({ x_train: x, y_train: y }) },
    'half.npz:test': { 'half.npz': npzBytes({ x_test: x, y_test: y }) },
    'floats.npz': {
      'floats.npz': npzBytes({
        X: { type: '<f4', shape: [count, 784], bytes: bytesOf(floats) },
        y: { type: '<i8', shape: [count, 1], bytes: bytesOf(longs) },
      }),
    },
  };
}

function bytesOf({ buffer }: { buffer: ArrayBufferLike }): Uint8Array {
  return new Uint8Array(buffer);
}

function pixelsOf({ images, labels }: Pick<Dataset, 'images' | 'labels'>): string[] {
  return Array.from(labels, (label, index) => {
    const image = images.subarray(index * 784, (index + 1) * 784);
    return `${label} ${Buffer.from(image).toString('base64')}`;
  });
}

describe('the same digits in every form', () => {
  it('give the same pixels and labels, in order, each with where it is from', async () => {
    for (const [source, files] of Object.entries(await forms())) {
      const folder = await writeFiles(await temporaryFolder(), files);
      const dataset = await loadDataset(source, { workspace: folder });
      expect(pixelsOf(dataset), source).toEqual(pixelsOf(digits));
      expect(dataset, source).toMatchObject({
        source,
        skipped: [],
        size: { width: 28, height: 28 },
        forms: { straight: count, normalised: 0, darkOnLight: 0 },
      });
      const original = await readOriginal(dataset.origin(7), dataset.format);
      expect(original, source).toEqual({
        width: 28,
        height: 28,
        pixels: digits.images.slice(7 * 784, 8 * 784),
      });
    }
  });

  it('give them once more out of the cache', async () => {
    const plain = ['train-images-idx3-ubyte', 'labels.bin'];
    for (const [source, files] of Object.entries(await forms())) {
      const folder = await writeFiles(await temporaryFolder(), files);
      const first = await loadDataset(source, { workspace: folder });
      const second = await loadDataset(source, { workspace: folder });
      // A plain IDX file is as good as a packed one.
      expect(second.cached, source).toBe(!plain.includes(source));
      expect(pixelsOf(second), source).toEqual(pixelsOf(digits));
      expect({ ...second, cached: false, origin: undefined }).toEqual({
        ...first,
        origin: undefined,
      });
      expect(second.origin(3)).toEqual(first.origin(3));
    }
  });

  it('give them as PNG files in class folders, by digit', async () => {
    const folder = await temporaryFolder();
    for (const [index, label] of digits.labels.entries()) {
      const pixels = digits.images.subarray(index * 784, (index + 1) * 784);
      const png = await sharp(pixels, { raw: { width: 28, height: 28, channels: 1 } })
        .png()
        .toBuffer();
      await writeFiles(folder, { [`${label}/${String(index).padStart(3, '0')}.png`]: png });
    }
    const dataset = await loadDataset(folder);
    expect(pixelsOf(dataset).sort()).toEqual(pixelsOf(digits).sort());
    expect(dataset.files).toEqual(Array.from(dataset.labels, (_, i) => dataset.origin(i).file));
    const { file } = dataset.origin(7);
    const original = await readOriginal({ file }, 'folders');
    expect(original.pixels).toEqual(Uint8Array.from(dataset.images.subarray(7 * 784, 8 * 784)));
  });
});

describe('pictures that are not as the network takes them', () => {
  it('are turned where the set is dark on light, which is said', async () => {
    const dark = digits.images.map((value) => 255 - value);
    const csv = csvRows({ images: dark, labels: digits.labels }).join('\n');
    const folder = await writeFiles(await temporaryFolder(), { 'dark.csv': csv });
    const dataset = await loadDataset(join(folder, 'dark.csv'));
    expect(pixelsOf(dataset)).toEqual(pixelsOf(digits));
    expect(dataset.forms.darkOnLight).toBe(count);
    expect(dataset.remarks).toEqual([
      'its pictures are dark on light, as ink on paper; they were turned to light on dark',
    ]);
  });

  it('go through the stages of recognition where they are of another size, blank ones left out', async () => {
    const side = 16;
    const bar = Array.from({ length: side * side }, (_, at) =>
      at % side > 6 && at % side < 9 && at > 2 * side && at < 14 * side ? 16 : 0,
    );
    const blank = Array<number>(side * side).fill(0);
    const rows = [
      [1, ...bar],
      [0, ...blank],
      [7, ...bar],
    ];
    const csv = rows.map((row) => row.join(',')).join('\n');
    const folder = await writeFiles(await temporaryFolder(), { 'small.csv': csv });
    const dataset = await loadDataset(join(folder, 'small.csv'));
    expect([...dataset.labels]).toEqual([1, 7]);
    expect(dataset.origin(1)).toMatchObject({ entry: 2 });
    expect(dataset.forms.normalised).toBe(2);
    expect(dataset.skipped.map(({ reason }) => reason)).toEqual([
      'image 1 is blank: leave it out or write on it',
    ]);
    expect(dataset.size).toEqual({ width: side, height: side });
    // 20 long in the middle of 28, as MNIST has them.
    const lit = dataset.images.subarray(0, 784).findIndex((value) => value > 127);
    expect([4, 5]).toContain(Math.floor(lit / 28));
  });
});
