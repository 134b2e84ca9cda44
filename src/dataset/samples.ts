import type { Stamp } from './cache/stamp.js';
import type { DataFormat, Dataset, FormCounts, LabelledImages, SkippedFile } from './dataset.js';
import type { Half } from './source/source-name.js';

/** What a reader makes of a source, and the cache keeps: a dataset but for what it was named. */
export interface Samples extends LabelledImages {
  format: DataFormat;
  /** Of each sample: in folders, place of its file among the paths of the stamp; else its entry in the file. */
  places: Uint32Array;
  /** The half of an NPZ file that was read. */
  half?: Half;
  skipped: readonly SkippedFile[];
  size?: { width: number; height: number };
  forms: FormCounts;
  remarks: readonly string[];
  /** Every file and folder that was read. Of a table, the first is the file with the images. */
  stamp: Stamp;
}

/**
 * @param source as it was named
 * @param remarks on this load, besides those on the samples
 */
export function datasetOf(
  source: string,
  samples: Samples,
  from: 'cache' | 'files',
  remarks: readonly string[] = [],
): Dataset {
  const { format, places: _, half, stamp, ...all } = samples;
  const rest = { ...all, remarks: [...samples.remarks, ...remarks] };
  const { paths } = stamp;
  // The cache keeps hold of samples for as long as their dataset does: by these functions.
  const placeOf = (index: number) => samples.places[index];
  if (format !== 'folders') {
    const file = paths.at(0);
    const origin = (index: number) => ({ file, entry: placeOf(index), ...(half ? { half } : {}) });
    return { source, format, ...rest, origin, cached: from === 'cache' };
  }
  return {
    source,
    format,
    ...rest,
    // Made when they are asked for: most loads never do.
    get files() {
      const all = paths.slice(0, paths.length);
      const files = Array.from(samples.places, (place) => all[place]);
      Object.defineProperty(this, 'files', { value: files });
      return files;
    },
    origin: (index) => ({ file: paths.at(placeOf(index)) }),
    cached: from === 'cache',
  };
}
