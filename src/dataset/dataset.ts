/** What a source is, found by looking at its content. */
export type DataFormat = 'folders' | 'idx' | 'csv' | 'npz';

/** A file, or a part of one, that was left out, and why. */
export interface SkippedFile {
  file: string;
  reason: string;
}

/** Where a sample was read from. */
export interface SampleOrigin {
  /** Absolute. */
  file: string;
  /** Place within the file, from 0: image of an IDX or NPZ, row of a CSV without its header. */
  entry?: number;
  /** Which arrays of an NPZ it is of. */
  half?: 'train' | 'test';
}

/** How the pictures of a source came to the form that the network wants. */
export interface FormCounts {
  /** Those that were in it already: 28x28, and taken as they are but for light and dark. */
  straight: number;
  /** Those that the stages of recognition brought there: photos, scans, squares of another size. */
  normalised: number;
  /** Of all, those that came with dark ink on a light ground and were turned. */
  darkOnLight: number;
}

/** Labelled samples as the network takes them. */
export interface LabelledImages {
  /** n × 784 bytes, light on dark; a dataset's lie in memory that threads share. */
  images: Uint8Array;
  /** n digits, 0..9. */
  labels: Uint8Array;
}

/** Labelled samples in memory, ready for the network, and where they are from. */
export interface Dataset extends LabelledImages {
  /** The source as it was named, such as a folder or `mnist`. */
  source: string;
  format: DataFormat;
  /** The file behind each sample, where each has one of its own. */
  files?: readonly string[];
  /** Where a sample is from; `readOriginal` reads it as it was. */
  origin: (index: number) => SampleOrigin;
  skipped: readonly SkippedFile[];
  /** Size of the pictures as they came; undefined where they differ. */
  size?: { width: number; height: number };
  forms: FormCounts;
  /** True where it came out of the cache of packed sources, which was found to be as new. */
  cached: boolean;
  /** What loading has to say to a person, a sentence each: what was chosen, turned or not kept. */
  remarks: readonly string[];
}

export const imageSide = 28;
/** Bytes of one image. */
export const imageBytes = imageSide * imageSide;

/** Samples of each digit. */
export function countPerClass(labels: Uint8Array): number[] {
  const counts = Array<number>(10).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
}
