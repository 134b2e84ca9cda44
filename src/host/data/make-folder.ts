import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inLanes } from '../../core/in-lanes.js';
import { exitCodes, Problem } from '../../core/problem.js';
import { defaultSettings } from '../../core/settings.js';
import { type CombinedDataset, combine, limitPerClass } from '../../dataset/combine.js';
import { countPerClass, imageBytes, imageSide } from '../../dataset/dataset.js';
import { fillFolderWhole } from '../../files/write-whole.js';
import { encodeJpeg, encodePng } from '../../vision/encode.js';
import type { Datasets } from '../datasets.js';
import type { MakeFolderAnswer, MakeFolderParams, MakeFolderProgress } from '../protocol.js';

interface MakeOptions {
  signal: AbortSignal;
  onProgress: (progress: MakeFolderProgress) => void;
}

/**
 * Writes samples of a source as class folders of 28x28 pictures. It is filled beside its place and renamed: it is there
 * whole or not at all.
 *
 * @throws Problem where the folder has content or cannot be written; the signal's reason where it is aborted
 */
export async function makeFolder(
  datasets: Datasets,
  { source, folder, perClass, format, seed = defaultSettings.seed }: MakeFolderParams,
  { signal, onProgress }: MakeOptions,
): Promise<MakeFolderAnswer> {
  const start = performance.now();
  await requireFree(folder);
  const dataset = await datasets.load(source, {
    signal,
    onProgress: (progress) => onProgress({ phase: 'load', ...progress }),
  });
  const samples = limitPerClass(combine([dataset]), { limit: perClass, seed });
  await fillFolderWhole(folder, (beside) =>
    writePictures(samples, beside, { format, signal, onProgress }),
  ).catch((cause) => {
    signal.throwIfAborted();
    throw new Problem(`${folder} could not be written`, {
      remedy: 'make room there, or name another folder',
      cause,
    });
  });
  return {
    folder,
    perClass: countPerClass(samples.labels),
    seconds: (performance.now() - start) / 1000,
  };
}

/** Nothing that is there is ever replaced. */
async function requireFree(folder: string): Promise<void> {
  const content = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Problem(`${folder} cannot be used: ${error.message}`, {
      remedy: 'name a folder that is not there yet',
      exitCode: exitCodes.usage,
    });
  });
  if (content.length === 0) return;
  throw new Problem(`${folder} has content, which is kept as it is`, {
    remedy: 'name a folder that is not there yet',
    exitCode: exitCodes.usage,
  });
}

/** Pictures under way at once: enough for every core. */
const lanes = 8;
const progressEvery = 100;

const encoders = {
  jpeg: { encode: encodeJpeg, extension: 'jpg' },
  png: { encode: encodePng, extension: 'png' },
} as const;

async function writePictures(
  { images, labels }: CombinedDataset,
  folder: string,
  { format, signal, onProgress }: MakeOptions & Pick<MakeFolderParams, 'format'>,
): Promise<void> {
  const { encode, extension } = encoders[format];
  const total = labels.length;
  let done = 0;
  for (const digit of new Set(labels)) await mkdir(join(folder, String(digit)));
  onProgress({ phase: 'write', done, total });
  const names = namesOf(labels);
  await inLanes(names, lanes, async (name) => {
    signal.throwIfAborted();
    const { index } = name;
    const pixels = images.subarray(index * imageBytes, (index + 1) * imageBytes);
    const bytes = await encode({ width: imageSide, height: imageSide, pixels });
    await writeFile(join(folder, `${name.stem}.${extension}`), bytes);
    done++;
    if (done % progressEvery === 0 || done === total) onProgress({ phase: 'write', done, total });
  });
}

/** `7/0012`: counted in each class, so that names sort as the samples stand. */
function namesOf(labels: Uint8Array): { index: number; stem: string }[] {
  const counts = Array<number>(10).fill(0);
  const width = Math.max(4, String(labels.length).length);
  return Array.from(labels, (label, index) => ({
    index,
    stem: `${label}/${String(counts[label]++).padStart(width, '0')}`,
  }));
}
