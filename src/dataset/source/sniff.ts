import { readStart, unpackStart } from '../bytes/read-chunks.js';
import { idxAxes } from '../idx/idx-header.js';

/** What a file looks like by its first bytes. */
export type Look = 'idx images' | 'idx labels' | 'npz' | 'csv' | 'other';

/**
 * Looks at the first bytes of a file, whatever its name; gzip is looked into.
 *
 * @throws Problem where it cannot be opened
 */
export async function sniff(file: string): Promise<Look> {
  const start = unpackStart(await readStart(file, 16 * 1024));
  const axes = idxAxes(start);
  if (axes === 3) return 'idx images';
  if (axes === 1) return 'idx labels';
  if (start.toString('latin1', 0, 4) === 'PK\x03\x04') return 'npz';
  return looksLikeTable(start) ? 'csv' : 'other';
}

/** Text whose first line has cells, numbers or names. */
function looksLikeTable(start: Buffer): boolean {
  const text = start.toString('utf8').replace(/^\ufeff/, '');
  if (/[^\t\r\n\P{Cc}]/u.test(text)) return false;
  const cells = text.split(/\r?\n/, 1)[0].split(/[,;\t]/);
  return cells.length >= fewestCells;
}

/** A label and a square of 4x4. */
const fewestCells = 17;
