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

/** @param source as it was named */
export function datasetOf(source: string, samples: Samples, from: 'cache' | 'files'): Dataset {
  const { format, places, half, stamp, ...rest } = samples;
  const { paths } = stamp;
  if (format !== 'folders') {
    const file = paths.at(0);
    const origin = (index: number) => ({ file, entry: places[index], ...(half ? { half } : {}) });
    return { source, format, ...rest, origin, cached: from === 'cache' };
  }
  return {
    source,
    format,
    ...rest,
    // Made when they are asked for: most loads never do.
    get files() {
      const all = paths.slice(0, paths.length);
      const files = Array.from(places, (place) => all[place]);
      Object.defineProperty(this, 'files', { value: files });
      return files;
    },
    origin: (index) => ({ file: paths.at(places[index]) }),
    cached: from === 'cache',
  };
}
