import type { ShownKey } from '../keys.js';
import type { Row, Span } from '../rows.js';
import { fitRow, rowWidth, span } from '../rows.js';

export interface FooterOptions {
  keys: readonly ShownKey[];
  /** Takes the place of the keys while it is there. */
  notice?: Span;
  width: number;
}

/** ` r run  s stop  ? help  q leave`: keys that find no room are left out from the middle, help and leave stay. */
export function footerRow({ keys, notice, width }: FooterOptions): Row {
  if (notice) return fitRow([span(' '), notice], width);
  const entries = keys.map((entry) => [span(`${entry.keys} `, 'accent'), span(entry.words, 'dim')]);
  const always = entries.splice(-2);
  while (entries.length > 0 && rowWidth(line([...entries, ...always])) > width) entries.pop();
  return fitRow(line([...entries, ...always]), width);
}

function line(entries: readonly (readonly Span[])[]): Span[] {
  return entries.flatMap((entry, index) => [span(index === 0 ? ' ' : '  '), ...entry]);
}
