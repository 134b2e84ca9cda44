import { mkdtempSync, rmSync } from 'node:fs';
import { link, mkdir, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { inLanes } from '../../../src/core/in-lanes.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { loadDataset } from '../../../src/dataset/load-dataset.js';
import type { BenchOptions } from '../../options.js';
import { photoOf } from './photo.js';

/** A source to load. */
export interface DataSource {
  setting: string;
  path: string;
  /** True where it is a folder of pictures, which other programs read too. */
  isFolder: boolean;
}

/** Files of a bench in a folder under the temporary one; it is gone when the process ends. */
export interface DataFiles {
  root: string;
  sources: DataSource[];
}

/** Writes MNIST in several forms, and photos. */
export async function makeDataFiles({ photos }: BenchOptions): Promise<DataFiles> {
  const root = mkdtempSync(join(tmpdir(), 'digitscope-bench-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const mnist = await loadDataset('mnist');
  const small = mnist.labels.length;
  const name = (count: number) => count.toLocaleString('en-US');
  return {
    root,
    sources: [
      {
        setting: `${name(small)} JPEG files of 28x28`,
        path: await smallFiles(join(root, 'small'), mnist),
        isFolder: true,
      },
      {
        setting: `${name(photos)} JPEG files of 4000x3000`,
        path: await photoFiles(join(root, 'photos'), mnist, photos),
        isFolder: true,
      },
      { setting: `MNIST as IDX`, path: mnist.origin(0).file, isFolder: false },
      {
        setting: 'CSV of 42,000 rows',
        path: await csvFile(join(root, 'train.csv'), mnist, { rows: 42_000 }),
        isFolder: false,
      },
      {
        setting: 'CSV of 1 GB with a bad row',
        path: await csvFile(join(root, 'large.csv'), mnist, { rows: 550_000, bad: 275_000 }),
        isFolder: false,
      },
    ],
  };
}

/** Encoding takes longer than all that is measured: of so many pictures each is there several times. */
const distinct = 6000;
const lanes = 8;

async function smallFiles(folder: string, { images, labels }: Dataset): Promise<string> {
  for (let digit = 0; digit < 10; digit++)
    await mkdir(join(folder, `${digit}`), { recursive: true });
  const indices = Array.from({ length: Math.min(distinct, labels.length) }, (_, index) => index);
  await inLanes(indices, lanes, async (index) => {
    const pixels = images.subarray(index * 784, (index + 1) * 784);
    const jpeg = await sharp(Buffer.from(pixels), { raw: { width: 28, height: 28, channels: 1 } })
      .toColourspace('b-w')
      .jpeg({ quality: 95 })
      .toBuffer();
    for (let copy = index; copy < labels.length; copy += distinct) {
      await writeFile(join(folder, `${labels[index]}`, `${copy}.jpg`), jpeg);
    }
  });
  return folder;
}

/** Photos that are different, each under many names: a few gigabytes would measure the disk. */
const distinctPhotos = 20;

async function photoFiles(folder: string, mnist: Dataset, count: number): Promise<string> {
  for (let digit = 0; digit < 10; digit++)
    await mkdir(join(folder, `${digit}`), { recursive: true });
  for (let index = 0; index < Math.min(distinctPhotos, count); index++) {
    const first = join(folder, `${mnist.labels[index]}`, `${index}.jpg`);
    await writeFile(first, await photoOf(mnist.images.subarray(index * 784, (index + 1) * 784)));
    for (let copy = index + distinctPhotos; copy < count; copy += distinctPhotos) {
      await link(first, join(folder, `${mnist.labels[index]}`, `${copy}.jpg`));
    }
  }
  return folder;
}

/** @param options.bad a row, from 1, that has a word where a number is due */
async function csvFile(
  file: string,
  { images, labels }: Dataset,
  { rows, bad }: { rows: number; bad?: number },
): Promise<string> {
  const handle = await open(file, 'w');
  const names = Array.from({ length: 784 }, (_, index) => `pixel${index}`);
  await handle.write(`label,${names.join(',')}\n`);
  for (let row = 1; row <= rows; row += rowsAtOnce) {
    const lines: string[] = [];
    for (let next = row; next < Math.min(row + rowsAtOnce, rows + 1); next++) {
      const index = (next - 1) % labels.length;
      const pixels = Array.from(images.subarray(index * 784, (index + 1) * 784)).join(',');
      lines.push(next === bad ? `${labels[index]},seven` : `${labels[index]},${pixels}`);
    }
    await handle.write(`${lines.join('\n')}\n`);
  }
  await handle.close();
  return file;
}

const rowsAtOnce = 2000;
