/** A picture of a number: its transcription, where `-` is a gap or a line, and what was read. */
export interface ReadNumberPicture {
  label: string;
  /** Digits alone; undefined where there was no answer. */
  number: string | undefined;
}

/**
 * How well numbers are read, 0..1: `whole` of the pictures without a mistake, and `digits` of all
 * digits, a picture's mistakes being the least edits between what is written and what was read.
 */
export function numberRates(pictures: readonly ReadNumberPicture[]): {
  whole: number;
  digits: number;
} {
  let [whole, wrong, all] = [0, 0, 0];
  for (const { label, number = '' } of pictures) {
    const written = label.replace(/\D/g, '');
    const mistakes = edits(written, number);
    if (mistakes === 0) whole++;
    wrong += Math.min(mistakes, written.length);
    all += written.length;
  }
  return { whole: whole / pictures.length, digits: 1 - wrong / all };
}

/** Insertions, deletions and replacements that make one text the other (Levenshtein 1966). */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, replaced));
    }
    row = next;
  }
  return row[to.length];
}
