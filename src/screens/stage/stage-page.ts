import { blockText, blockTextHeight, leastBlockHeight } from '../../ui/components/block-text.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike, Span } from '../../ui/rows.js';
import { joinColumns, rowText, rowWidth, span, toRow } from '../../ui/rows.js';

/** What a page for a projector is made of, from top to bottom. */
export type StagePart =
  /** Words drawn large; those of a page are all of one height. */
  | { readonly large: RowLike }
  /** Lines of text as it is elsewhere. */
  | { readonly lines: readonly RowLike[] };

export interface StageArea {
  /** Cells. */
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** Words in the middle of the area, the large ones as large as all of them fit. */
export function stagePage(
  parts: readonly StagePart[],
  { width, height, glyphs }: StageArea,
): Row[] {
  const size = largeHeight(parts, { width: roomWithin(width), height: height - 2 });
  const blocks = parts.map((part): RowLike[] => {
    if ('lines' in part) return [...part.lines];
    return size === undefined ? [part.large] : largeRows(part.large, { height: size, glyphs });
  });
  const rows = blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  const above = Math.max(0, Math.floor((height - rows.length) / 2));
  return [...Array<RowLike>(above).fill(''), ...rows].map((row) => centred(row, width));
}

/** Pieces of text drawn large in `height` rows, each in its tone. */
export function largeRows(
  text: RowLike,
  { height, glyphs }: { height: number; glyphs: Glyphs },
): Row[] {
  const pieces = toRow(text).map((piece) => ({
    tone: piece.tone,
    lines: blockText(piece.text, { height, glyphs }),
  }));
  return Array.from({ length: height }, (_, row) =>
    pieces.map(({ tone, lines }): Span => span(lines[row], tone)),
  );
}

/** `row` in the middle of `width` cells, and not wider than it is from there on. */
export function centred(row: RowLike, width: number): Row {
  const left = Math.max(0, Math.floor((width - rowWidth(row)) / 2));
  return [span(' '.repeat(left)), ...toRow(row)];
}

/** Rows in the cells that a margin at both sides leaves. */
export function withMargin(rows: readonly RowLike[], width: number): Row[] {
  return rows.map((row) =>
    joinColumns(
      [
        { row: '', width: margin },
        { row, width: roomWithin(width) },
      ],
      0,
    ),
  );
}

/** Cells between the margins. */
export function roomWithin(width: number): number {
  return width - 2 * margin;
}

/** Free cells at both sides. */
const margin = 2;

/** Rows of the large words, the same for all; undefined where there is no room for them. */
function largeHeight(
  parts: readonly StagePart[],
  { width, height }: { width: number; height: number },
): number | undefined {
  const large = parts.flatMap((part) => ('large' in part ? [rowText(part.large)] : []));
  const small = parts.flatMap((part) => ('lines' in part ? part.lines : []));
  const others = small.length + parts.length - 1;
  const room = { width, height: Math.floor((height - others) / Math.max(1, large.length)) };
  const least = Math.min(...large.map((text) => blockTextHeight(text, room) ?? 0));
  return least >= leastBlockHeight ? least : undefined;
}
