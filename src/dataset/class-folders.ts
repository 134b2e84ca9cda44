import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorLine, Problem } from '../core/problem.js';
import { decodeGrey } from '../vision/decode.js';
import { findPictures } from '../vision/find-pictures.js';
import { normalise } from '../vision/normalise.js';
import { type Dataset, imageBytes, type SkippedFile } from './dataset.js';

const extensions = ['jpg', 'jpeg', 'png'];
const layout = 'lay the pictures out in folders named 0 to 9';

interface LoadOptions {
  onProgress?: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal;
}

/**
 * Loads a folder of folders 0..9, or one that holds such a `digits_jpeg`. Pictures pass through
 * vision; one that cannot be read is left out with its reason.
 *
 * @throws Problem where there is no such folder or nothing in it can be read
 */
export async function loadClassFolders(
  folder: string,
  source: string,
  { onProgress, signal }: LoadOptions = {},
): Promise<Dataset> {
  const root = await findRoot(folder, source);
  const { labelled, skipped } = await listSamples(root);
  if (labelled.length === 0) {
    throw new Problem(`the folders 0 to 9 of ${source} hold no .jpg, .jpeg or .png file`, {
      remedy: 'put pictures of each digit into its folder',
    });
  }
  const samples = await readSamples(labelled, { onProgress, signal });
  const read = samples.filter((sample): sample is ReadSample => 'image' in sample);
  for (const sample of samples) if ('reason' in sample) skipped.push(sample);
  if (read.length === 0) {
    throw new Problem(`none of the ${labelled.length} pictures of ${source} can be read`, {
      remedy: `the first is left out since ${skipped[0]?.reason}`,
    });
  }
  return gather(source, read, skipped);
}

interface LabelledFile {
  file: string;
  label: number;
}

interface ReadSample extends LabelledFile {
  image: Uint8Array;
  width: number;
  height: number;
}

async function findRoot(folder: string, source: string): Promise<string> {
  const kind = await stat(folder).catch((cause) => {
    throw new Problem(`there is no folder ${source}`, {
      remedy: 'check the path, or use the word mnist',
      cause,
    });
  });
  if (!kind.isDirectory()) {
    throw new Problem(`${source} is a file, not a folder of pictures`, { remedy: layout });
  }
  for (const root of [folder, join(folder, 'digits_jpeg')]) {
    if ((await classNames(root)).length > 0) return root;
  }
  const isEmpty = (await readdir(folder)).length === 0;
  throw new Problem(`${source} ${isEmpty ? 'is empty' : 'has no folders 0 to 9'}`, {
    remedy: layout,
  });
}

async function classNames(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  return names.filter((name) => /^[0-9]$/.test(name)).sort();
}

async function listSamples(
  root: string,
): Promise<{ labelled: LabelledFile[]; skipped: SkippedFile[] }> {
  const labelled: LabelledFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const name of await classNames(root)) {
    const folder = join(root, name);
    try {
      const { files, problems } = await findPictures(folder, extensions);
      for (const file of files) labelled.push({ file, label: Number(name) });
      for (const { file, error } of problems) skipped.push({ file, reason: error });
    } catch (error) {
      skipped.push({ file: folder, reason: `${basename(folder)}: ${errorLine(error)}` });
    }
  }
  return { labelled, skipped };
}

/** Pictures under way at once: enough to keep both decoding threads and this one busy. */
const lanes = 8;
/** Pictures between two reports. */
const progressInterval = 32;

async function readSamples(
  labelled: readonly LabelledFile[],
  { onProgress, signal }: LoadOptions,
): Promise<(ReadSample | SkippedFile)[]> {
  const samples: (ReadSample | SkippedFile)[] = new Array(labelled.length);
  let next = 0;
  let done = 0;
  const lane = async () => {
    while (next < labelled.length) {
      signal?.throwIfAborted();
      const index = next++;
      samples[index] = await readSample(labelled[index]);
      done++;
      if (done % progressInterval === 0 || done === labelled.length) {
        onProgress?.({ done, total: labelled.length });
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return samples;
}

async function readSample({ file, label }: LabelledFile): Promise<ReadSample | SkippedFile> {
  try {
    const picture = await decodeGrey(file);
    const { image, blank } = normalise(picture);
    if (blank) return { file, reason: 'the picture is blank' };
    const { width, height } = picture.source;
    return { file, label, image, width, height };
  } catch (error) {
    return { file, reason: errorLine(error) };
  }
}

function gather(source: string, read: readonly ReadSample[], skipped: SkippedFile[]): Dataset {
  const images = new Uint8Array(read.length * imageBytes);
  read.forEach(({ image }, index) => {
    images.set(image, index * imageBytes);
  });
  const [{ width, height }] = read;
  const isOneSize = read.every((sample) => sample.width === width && sample.height === height);
  return {
    source,
    format: 'folders',
    images,
    labels: Uint8Array.from(read, ({ label }) => label),
    files: read.map(({ file }) => file),
    skipped,
    size: isOneSize ? { width, height } : undefined,
  };
}
