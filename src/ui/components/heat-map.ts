import { cellWidth, padTo } from '../cells.js';
import type { Glyphs } from '../glyphs.js';
import type { Row, Span, Tone } from '../rows.js';
import { fitRow, span } from '../rows.js';
import { type Axis, axisPosition, type Range } from './axis.js';
import { type FootText, footNumbers, footRow } from './axis-labels.js';
import { joinAlike } from './join-alike.js';

export interface HeatMapOptions {
  /** Rows of one length; what is not finite is an empty cell. */
  matrix: readonly (readonly number[])[];
  rowLabels: readonly string[];
  /** The columns are numbered from here on. */
  firstColumn: number;
  /** The values of the lightest and of the densest cell; what lies outside is drawn like these. */
  range: Range;
  /** Cells of the screen; where not all columns fit, the last ones are shown. */
  width: number;
  glyphs: Glyphs;
  /** From the lightest to the densest cell, in equal shares. */
  tones?: readonly Tone[];
  /** Indices of a row and a column. */
  selected?: { row: number; column: number };
}

/** A matrix as cells from light to dense, and below it the numbers of its columns: one row more than the matrix has. */
export function heatMap(options: HeatMapOptions): Row[] {
  const { matrix, rowLabels, firstColumn, range, width, glyphs, tones = ['accent'] } = options;
  const { selected } = options;
  const labelWidth = Math.max(0, ...rowLabels.map(cellWidth));
  const columns = Math.max(0, ...matrix.map((row) => row.length));
  const room = width - labelWidth - 1;
  const size = Math.min(widestCell, Math.max(1, Math.floor(room / Math.max(1, columns))));
  const shown = Math.min(columns, Math.max(0, Math.floor(room / size)));
  const start = columns - shown;
  const axis: Axis = { range, scale: 'linear' };

  const rows = matrix.map((values, row) => {
    const cells = values.slice(start).map((value, index): Span => {
      if (selected?.row === row && selected.column === start + index) {
        return span(padTo(glyphs.dot, size), 'selected');
      }
      if (!Number.isFinite(value)) return span(' '.repeat(size));
      // The first shade is that of a cell without a value.
      const shade = 1 + axisPosition(value, axis, glyphs.shades.length - 2);
      const tone = tones[axisPosition(value, axis, tones.length - 1)];
      return span(glyphs.shades[shade].repeat(size), tone);
    });
    const label = span(`${padTo(rowLabels[row] ?? '', labelWidth, 'right')} `, 'dim');
    return fitRow(joinAlike([label, ...cells]), width);
  });
  return [...rows, fitRow([' '.repeat(labelWidth + 1), ...columnNumbers()], width)];

  function columnNumbers(): Row {
    if (shown === 0) return [];
    const [first, last] = [firstColumn + start, firstColumn + columns - 1];
    const columnOf = (number: number) => (number - first) * size + (size >> 1);
    const numbers = footNumbers(
      { range: [first, last], scale: 'linear' },
      shown * size,
      String,
      columnOf,
    );
    const chosen: FootText[] =
      selected && selected.column >= start
        ? [numberOf(firstColumn + selected.column, columnOf)]
        : [];
    const others = numbers.filter(({ column }) => column !== chosen[0]?.column);
    return footRow([...chosen, ...others], shown * size);
  }
}

function numberOf(number: number, columnOf: (number: number) => number): FootText {
  return {
    column: columnOf(number),
    text: String(number),
    tone: 'strong',
    kind: 'number',
    reach: 1,
  };
}

/** Wider cells say nothing more. */
const widestCell = 5;
