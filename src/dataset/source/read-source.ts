import { takeStamp } from '../cache/stamp.js';
import { readCsv } from '../csv/read-csv.js';
import { readFolders } from '../folders/read-folders.js';
import { readIdxPair } from '../idx/read-idx-pair.js';
import type { LoadOptions } from '../load-options.js';
import { readNpz } from '../npz/read-npz.js';
import type { Samples } from '../samples.js';
import type { LabelledSquares } from '../squares/labelled-squares.js';
import { takeSquares } from '../squares/take-squares.js';
import type { FoundSource } from './find-source.js';
import type { ReadResult } from './read-result.js';

/** A source that is a file or two. */
type TableFound = Exclude<FoundSource, { format: 'folders' }>;

/**
 * Reads the samples of a source.
 *
 * @param typed as it was named, for the words of a problem
 * @throws Problem where nothing can be read; the signal's reason where it is aborted
 */
export async function readSource(
  found: FoundSource,
  typed: string,
  options: LoadOptions,
): Promise<ReadResult> {
  const { samples, packing } =
    found.format === 'folders'
      ? await readFolders(found, typed, options)
      : await readTable(found, options);
  const remarks = [...(found.remark ? [found.remark] : []), ...samples.remarks];
  return { samples: { ...samples, remarks }, packing };
}

/** The pictures of a file as they came, with their labels. */
function readSquares(found: TableFound, options: LoadOptions): Promise<LabelledSquares> {
  switch (found.format) {
    case 'idx':
      return readIdxPair(found, options);
    case 'csv':
      return readCsv(found.file, options);
    case 'npz':
      return readNpz(found.file, found.half, options);
  }
}

async function readTable(found: TableFound, options: LoadOptions): Promise<ReadResult> {
  const files = found.format === 'idx' ? [found.images, found.labels] : [found.file];
  const stamp = await takeStamp([...files, ...found.looked]);
  const squares = await readSquares(found, options);
  const half = found.format === 'npz' ? found.half : undefined;
  const { format } = found;
  const samples = { format, half, ...(await takeSquares(files[0], squares, options)), stamp };
  return { samples, packing: isAsItIs(samples) ? 'needless' : 'useful' };
}

/** An IDX file that is not packed, of what the network takes, is read like a packed copy. */
function isAsItIs({ format, images, forms, stamp }: Samples): boolean {
  const [fileBytes] = stamp.facts;
  return format === 'idx' && forms.normalised === 0 && fileBytes === images.length + idxHeader;
}

/** Bytes before the values of an IDX file of three axes. */
const idxHeader = 16;
