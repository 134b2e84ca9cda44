import { totalPredictions } from '../../core/prediction.js';
import { predictionsCsv } from '../../core/predictions-csv.js';
import type { PictureResult } from '../../host/protocol.js';
import { momentName } from '../moment-name.js';
import type { Reading, ReadPicture } from '../recognition-reading.js';

export type ResultFormat = 'csv' | 'json';

/** What a file of answers holds. CSV has the columns of `predict --csv`; JSON also what they come to. */
export function batchFile(
  { results, model, paths, status }: Reading,
  format: ResultFormat,
  moment: Date,
): string {
  if (format === 'csv') return predictionsCsv(results);
  const read = results.filter((result): result is ReadPicture => !('error' in result));
  const { count, averageConfidence, distribution, statuses } = totalPredictions(read);
  const file = {
    saved: moment.toISOString(),
    paths,
    model: model ?? null,
    // A reading that was cancelled has read a part of the pictures.
    complete: status === 'done',
    totals: {
      count,
      // JSON has no NaN.
      averageConfidence: count > 0 ? averageConfidence : null,
      distribution,
      statuses,
      unreadable: results.length - read.length,
    },
    results: results.map(withoutPixels),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** `june-20250603-101502.csv`: the folder's name and the local time. */
export function resultsName(folder: string, moment: Date, format: ResultFormat): string {
  return `${folder || 'pictures'}-${momentName(moment)}.${format}`;
}

function withoutPixels(result: PictureResult): object {
  if ('error' in result) return result;
  const { seen, number, ...answer } = result;
  if (!number) return { ...answer, blank: seen.blank };
  const digits = number.digits.map(({ digit, confidence, box }) => ({ digit, confidence, box }));
  return { ...answer, blank: seen.blank, number: { ...number, digits } };
}
