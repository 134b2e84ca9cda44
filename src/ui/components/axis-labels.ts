import { cellWidth } from '../cells.js';
import type { Row, Tone } from '../rows.js';
import { span } from '../rows.js';
import { type Axis, axisTicks } from './axis.js';

/** Rows of a chart for each number that stands between the ends of its axis. */
const rowsPerTick = 3;

/**
 * What stands beside each row of a chart, the upper one first: the ends of the axis, and round numbers between them
 * where there is room.
 *
 * @param rowOf the row that a value is drawn in
 */
export function sideLabels(
  axis: Axis,
  rows: number,
  format: (value: number) => string,
  rowOf: (value: number) => number,
): string[] {
  const labels = Array<string>(rows).fill('');
  if (rows < 1) return labels;
  labels[rows - 1] = format(axis.range[0]);
  labels[0] = format(axis.range[1]);
  for (const tick of axisTicks(axis, 1 + Math.floor((rows - 1) / rowsPerTick))) {
    const [row, text] = [rowOf(tick), format(tick)];
    const isFree = labels.slice(Math.max(0, row - 1), row + 2).every((label) => label === '');
    // Numbers that round to the same text would look like a mistake.
    if (isFree && !labels.includes(text)) labels[row] = text;
  }
  return labels;
}

/** A short text in the row below a chart. */
export interface FootText {
  /** Where its middle is to be. */
  column: number;
  text: string;
  tone: Tone;
  /** Numbers keep a cell between them; a sign may touch one. */
  kind: 'number' | 'sign';
  /** Cells that it may be moved to find room; it is left out where it finds none. */
  reach: number;
}

/** The texts of a row, those that matter most first, each as near to its column as the ones before it allow. */
export function footRow(texts: readonly FootText[], width: number): Row {
  const taken: { start: number; end: number; from: FootText }[] = [];
  const placeOf = (from: FootText) => {
    const size = cellWidth(from.text);
    const wanted = Math.min(width - size, Math.max(0, from.column - (size >> 1)));
    const shifts = Array.from({ length: 2 * from.reach + 1 }, (_, index) =>
      index % 2 === 0 ? index / -2 : (index + 1) / 2,
    );
    const starts = shifts.map((shift) => wanted + shift);
    return starts.find((start) => {
      const end = start + size;
      const isInside = start >= 0 && end <= width;
      return isInside && taken.every((other) => areApart({ start, end, from }, other));
    });
  };
  for (const from of texts) {
    const start = from.text === '' ? undefined : placeOf(from);
    if (start !== undefined) taken.push({ start, end: start + cellWidth(from.text), from });
  }
  let column = 0;
  const row = taken
    .sort((one, other) => one.start - other.start)
    .flatMap(({ start, end, from }) => {
      const gap = span(' '.repeat(start - column), 'dim');
      column = end;
      return [gap, span(from.text, from.tone)];
    });
  return [...row, span(' '.repeat(width - column), 'dim')].filter(({ text }) => text !== '');
}

/**
 * The ends of an axis of whole numbers, then round ones between them.
 *
 * @param columnOf the column that a value is drawn in
 */
export function footNumbers(
  axis: Axis,
  width: number,
  format: (value: number) => string,
  columnOf: (value: number) => number,
): FootText[] {
  const ends = [...new Set(axis.range)].map((value) => footText(value, endReach));
  const widest = Math.max(...axis.range.map((end) => cellWidth(format(end))));
  const ticks = axisTicks(axis, Math.floor(width / (widest + 5)), 1);
  return [...ends, ...ticks.map((value) => footText(value, 0))];

  function footText(value: number, reach: number): FootText {
    return { column: columnOf(value), text: format(value), tone: 'dim', kind: 'number', reach };
  }
}

/** A sign at the very end of the axis moves the number there aside. */
const endReach = 4;

interface Placed {
  start: number;
  end: number;
  from: FootText;
}

function areApart(one: Placed, other: Placed): boolean {
  const areNumbers = one.from.kind === 'number' && other.from.kind === 'number';
  const gap = areNumbers ? 1 : 0;
  const isBefore = one.end + gap <= other.start;
  const isAfter = other.end + gap <= one.start;
  // A number that is moved past another would make the axis run backwards.
  if (areNumbers) return one.from.column < other.from.column ? isBefore : isAfter;
  return isBefore || isAfter;
}
