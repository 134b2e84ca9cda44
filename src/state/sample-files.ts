/** Endings of files of samples, as people have them: of a table, of NumPy, of IDX, packed or not. */
const endings = /.(\.csv|\.npz|\.gz|[.-]ubyte|\.idx\d?)$/i;

/** Whether a file may be one of samples, by its name alone: who reads it looks at what it holds. */
export function looksLikeSamples(name: string): boolean {
  return endings.test(name);
}
