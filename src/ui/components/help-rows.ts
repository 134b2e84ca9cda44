import { cellWidth } from '../cells.js';
import type { Glyphs } from '../glyphs.js';
import type { HelpGroup, HelpRow } from '../keys/keys.js';
import { fitRow, joinColumns, type Row, type Span, span } from '../rows.js';

export interface HelpRowsOptions {
  /** Only keys whose words or names hold this text are shown. */
  filter: string;
  /** Cells. */
  width: number;
  glyphs: Glyphs;
}

/** From this width on there are two columns. */
const twoColumns = 96;
const columnGap = 4;

/** All keys under their headings, the second group beside the first one where there is room. */
export function helpRows(
  groups: readonly HelpGroup[],
  { filter, width, glyphs }: HelpRowsOptions,
): Row[] {
  const found = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isFound(row, filter)) }))
    .filter(({ rows }) => rows.length > 0);
  if (found.length === 0) return [fitRow([span('no key does that here', 'dim')], width)];
  const [first, second] = found;
  if (second && width >= twoColumns) {
    const half = Math.floor((width - columnGap) / 2);
    return sideBySide(groupRows(first, half, glyphs), groupRows(second, half, glyphs), half);
  }
  return found.flatMap((group, index) => [
    ...(index === 0 ? [] : [fitRow('', width)]),
    ...groupRows(group, width, glyphs),
  ]);
}

function isFound({ shown, words }: HelpRow, filter: string): boolean {
  return `${shown} ${words}`.toLowerCase().includes(filter.trim().toLowerCase());
}

function groupRows({ title, rows }: HelpGroup, width: number, { ellipsis }: Glyphs): Row[] {
  const keysWidth = Math.max(0, ...rows.map(({ shown }) => cellWidth(shown)));
  return [
    fitRow([span(title, 'strong')], width),
    ...rows
      .flatMap((row) => keyRows(row, keysWidth, width))
      .map((row) => fitRow(row, width, ellipsis)),
  ];
}

/** What the key does; why it cannot now stands behind it, or below where that is too long. */
function keyRows({ shown, words, reason }: HelpRow, keysWidth: number, width: number): Row[] {
  const line = (keys: string, text: Span): Row =>
    joinColumns([
      { row: [span(keys, 'accent')], width: keysWidth },
      { row: [text], width: cellWidth(text.text) },
    ]);
  if (reason === undefined) return [line(shown, span(words))];
  const together = span(`${words}: ${reason}`, 'dim');
  if (keysWidth + 2 + cellWidth(together.text) <= width) return [line(shown, together)];
  return [line(shown, span(`${words}:`, 'dim')), line('', span(reason, 'dim'))];
}

function sideBySide(left: readonly Row[], right: readonly Row[], half: number): Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    joinColumns(
      [
        { row: left[index] ?? '', width: half },
        { row: right[index] ?? '', width: half },
      ],
      columnGap,
    ),
  );
}
