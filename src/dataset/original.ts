import { Problem } from '../core/problem.js';
import { decodeGrey } from '../vision/decode.js';
import type { GreyImage } from '../vision/grey-image.js';
import { nameForWords } from '../vision/unreadable.js';
import { readCsv } from './csv/read-csv.js';
import type { DataFormat, SampleOrigin } from './dataset.js';
import { readIdx } from './idx/read-idx.js';
import { readNpz } from './npz/read-npz.js';
import type { Squares } from './threads/tasks.js';

/**
 * A sample as it was before it became 28x28, made smaller where it is over 512 pixels long.
 *
 * @throws Problem where it is no longer there, or cannot be read
 */
export async function readOriginal(origin: SampleOrigin, format: DataFormat): Promise<GreyImage> {
  if (format === 'folders') return decodeGrey(origin.file);
  const { width, height, pixels } = await readSquares(origin, format);
  const size = width * height;
  const { entry = 0, file } = origin;
  const picture = pixels.slice(0, size);
  if (picture.length === size) return { width, height, pixels: picture };
  throw new Problem(`${nameForWords(file)} has no image ${entry} any more`, {
    remedy: 'load it again',
  });
}

/** The pictures of a table from the entry on. */
async function readSquares(
  { file, entry = 0, half = 'train' }: SampleOrigin,
  format: Exclude<DataFormat, 'folders'>,
): Promise<Squares> {
  if (format === 'idx') {
    const { shape, values } = await readIdx(file, 3);
    const [, height, width] = shape;
    return { width, height, pixels: values.subarray(entry * width * height) };
  }
  const squares = format === 'csv' ? await readCsv(file, {}) : await readNpz(file, half, {});
  const { width, height, pixels, entries } = squares;
  const place = entries ? entries.indexOf(entry) : entry;
  const start = place < 0 ? pixels.length : place * width * height;
  return { width, height, pixels: pixels.subarray(start) };
}
