import { errorLine, Problem } from '../core/problem.js';
import { decodeGrey, type SourceFacts } from '../vision/decode.js';
import { normalise } from '../vision/normalise.js';
import { findClassFolders, type LabelledFile } from './class-folders.js';
import { type Dataset, imageBytes, type SkippedFile } from './dataset.js';
import type { LoadOptions } from './load-options.js';

/**
 * Samples from class folders, each picture made 28x28 as in recognition. A picture that cannot be
 * read, or is blank, is left out with its reason.
 *
 * @param folder absolute
 * @param source as it was named
 * @throws Problem where nothing can be read; the signal's reason where it is aborted
 */
export async function loadFolders(
  folder: string,
  source: string,
  { onProgress, signal }: LoadOptions,
): Promise<Dataset> {
  const { files, skipped } = await findClassFolders(folder, source);
  const total = files.length;
  const read: (ReadSample | SkippedFile)[] = Array(total);
  let next = 0;
  let done = 0;
  onProgress?.({ done, total });
  const readOnwards = async () => {
    while (next < total) {
      signal?.throwIfAborted();
      const index = next++;
      read[index] = await readSample(files[index]);
      done++;
      if (done % progressEvery === 0 || done === total) onProgress?.({ done, total });
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, readOnwards));
  return pack(source, read, skipped);
}

/** Decodes under way at once: enough for every core, few enough for large photos to fit. */
const sideBySide = 8;
const progressEvery = 50;

interface ReadSample extends LabelledFile {
  image: Uint8Array;
  facts: SourceFacts;
  isStraight: boolean;
  isTurned: boolean;
}

async function readSample({ file, label }: LabelledFile): Promise<ReadSample | SkippedFile> {
  try {
    const picture = await decodeGrey(file);
    const { image, blank, stages, polarity } = normalise(picture);
    if (blank) return { file, reason: 'the picture is blank: leave it out or write on it' };
    return {
      file,
      label,
      image,
      facts: picture.source,
      isStraight: stages.length === 1,
      isTurned: polarity === 'dark on light',
    };
  } catch (error) {
    return { file, reason: errorLine(error) };
  }
}

function pack(
  source: string,
  read: readonly (ReadSample | SkippedFile)[],
  unfound: readonly SkippedFile[],
): Dataset {
  const samples = read.filter((entry) => 'image' in entry);
  const skipped = [...unfound, ...read.filter((entry) => 'reason' in entry)];
  if (samples.length === 0) {
    throw new Problem(`none of the ${skipped.length} pictures in ${source} can be read`, {
      remedy: `look at the first: ${skipped[0].reason}`,
    });
  }
  const images = new Uint8Array(samples.length * imageBytes);
  samples.forEach(({ image }, index) => {
    images.set(image, index * imageBytes);
  });
  const files = samples.map(({ file }) => file);
  const straight = samples.filter(({ isStraight }) => isStraight).length;
  const darkOnLight = samples.filter(({ isTurned }) => isTurned).length;
  return {
    source,
    format: 'folders',
    images,
    labels: Uint8Array.from(samples, ({ label }) => label),
    files,
    origin: (index) => ({ file: files[index] }),
    skipped,
    size: commonSize(samples),
    forms: { straight, normalised: samples.length - straight, darkOnLight },
    cached: false,
    remarks: [],
  };
}

function commonSize(samples: readonly ReadSample[]): Dataset['size'] {
  const { width, height } = samples[0].facts;
  const same = samples.every(({ facts }) => facts.width === width && facts.height === height);
  return same ? { width, height } : undefined;
}
