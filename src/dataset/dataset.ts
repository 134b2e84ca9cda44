/** A file that was left out, and why. */
export interface SkippedFile {
  file: string;
  reason: string;
}

/** Labelled samples in memory, ready for the network. */
export interface Dataset {
  /** The source as it was named, such as a folder or `mnist`. */
  source: string;
  format: 'folders' | 'idx';
  /** n × 784 bytes, light on dark. */
  images: Uint8Array;
  /** n digits, 0..9. */
  labels: Uint8Array;
  /** The file behind each sample, where there is one. */
  files?: readonly string[];
  skipped: readonly SkippedFile[];
  /** Size of the pictures as they came; undefined where they differ. */
  size?: { width: number; height: number };
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
