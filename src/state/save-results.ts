import { basename, join } from 'node:path';
import { errorLine } from '../core/problem.js';
import { writeFileWhole } from '../files/write-whole.js';
import { batchFile, type ResultFormat, resultsName } from './live/batch-file.js';
import type { Reading } from './recognition-reading.js';

/**
 * Saves what was read in a file of its own, named by what was read and the time.
 *
 * @returns the file, or the one line that says why there is none
 */
export async function saveResults(
  reading: Reading | undefined,
  { folder, format, moment }: { folder: string; format: ResultFormat; moment: Date },
): Promise<{ file: string } | { problem: string }> {
  if (!reading || reading.results.length === 0) return { problem: 'nothing was read yet' };
  const [path = ''] = reading.paths;
  const name = reading.paths.length === 1 ? basename(path) : '';
  const file = join(folder, resultsName(name, moment, format));
  try {
    await writeFileWhole(file, batchFile(reading, format, moment));
    return { file };
  } catch (error) {
    return { problem: `the answers could not be saved: ${errorLine(error)}` };
  }
}
