import type { Action } from '../keys/key-table.js';
import type { ShownKey } from '../keys/keys.js';
import type { Span } from '../rows.js';
import { rowWidth, span } from '../rows.js';
import { entriesRow, type RowEntry } from './row-entries.js';

export interface FooterOptions {
  keys: readonly ShownKey[];
  /** Takes the place of the keys while it is there. */
  notice?: Span;
  width: number;
}

const always: readonly Action[] = ['help', 'leave'];

/**
 * ` r run  s stop  ? help  q leave`: of the keys that find no room the last go first; help and leave stay. The value
 * of an entry is its key.
 */
export function footerEntries({ keys, notice, width }: FooterOptions): RowEntry<string>[] {
  if (notice) return [{ row: [span(' '), notice] }];
  const staying = keys.filter(({ action }) => always.includes(action));
  const others = keys.filter(({ action }) => !always.includes(action));
  while (others.length > 0 && rowWidth(entriesRow(line([...others, ...staying]))) > width) {
    others.pop();
  }
  return line([...others, ...staying]);
}

function line(keys: readonly ShownKey[]): RowEntry<string>[] {
  return keys.flatMap(({ key, shown, words }, index) => [
    { row: index === 0 ? ' ' : '  ' },
    { row: [span(`${shown} `, 'accent'), span(words, 'dim')], value: key },
  ]);
}
