import { hasInk } from '../../../core/drawing/drawing.js';
import type { BoardState } from '../../../state/live/board.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, rowWidth, span } from '../../../ui/rows.js';
import { type CanvasNote, cellAt } from './canvas-lines.js';

/** How to begin, while nothing is drawn, and where the pen of the keys is. */
export function canvasNotes(state: BoardState, rows: number, glyphs: Glyphs): CanvasNote[] {
  const { drawing, pen } = state;
  const cursor: CanvasNote[] =
    pen.cursor === 'shown' ? [{ ...cellAt(pen, rows), words: [penSign(state, glyphs)] }] : [];
  if (hasInk(drawing)) return cursor;
  const first = Math.floor((rows - invitation.length) / 2);
  const words = invitation.map((line, index): CanvasNote => {
    return { column: rows - Math.ceil(rowWidth(line) / 2), row: first + index, words: line };
  });
  // A row has one note.
  return [...words.filter(({ row }) => row !== cursor[0]?.row), ...cursor];
}

function penSign({ pen, tool }: BoardState, glyphs: Glyphs) {
  if (pen.state === 'up') return span('+', 'accent');
  return span(tool === 'pen' ? glyphs.dot : glyphs.cross[0], 'accent');
}

const invitation: readonly Row[] = [
  [span(' Draw a digit ', 'strong')],
  [span(' '), span('mouse', 'accent'), span(' press, drag ')],
  [span(' '), span('Space', 'accent'), span(' and arrows ')],
];

/** `pen, medium brush`: what draws now. */
export function toolWords({ tool, brush, pen }: BoardState): Row {
  const isDown = pen.state === 'down';
  return [
    span(tool === 'pen' ? 'pen' : 'eraser', tool === 'pen' ? 'plain' : 'warning'),
    span(isDown ? ' down' : '', 'accent'),
    span(`, ${brush}`, 'dim'),
  ];
}
