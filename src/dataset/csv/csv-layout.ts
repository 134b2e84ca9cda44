import { Problem } from '../../core/problem.js';
import { greyScale } from '../squares/grey-scale.js';

/** How the rows of a table of digits are to be read. */
export interface CsvLayout {
  /** The byte between cells. */
  delimiter: number;
  /** Lines before the first row: 1 where the columns have names. */
  headerLines: 0 | 1;
  /** Cells of a row: a label and the pixels of a square. */
  columns: number;
  /** Where the label is, from 0. */
  labelColumn: number;
  /** Pixels of a side. */
  side: number;
  /** What a value is multiplied by, to be 0..255. */
  scale: number;
}

/**
 * Finds out how a CSV file holds its digits, by its first lines.
 *
 * @param lines whole ones, with the names of the columns where they have some
 * @param name of the file, for the words of a problem
 * @throws Problem where they hold no labelled squares
 */
export function findLayout(lines: readonly string[], name: string): CsvLayout {
  const filled = lines.filter((line) => line.trim() !== '');
  const delimiter = findDelimiter(filled[0] ?? '');
  const rows = filled.map((line) => line.split(delimiter).map(bare));
  const headerLines = rows[0]?.every(isNumber) ? 0 : 1;
  const cells = rows.slice(headerLines);
  const columns = mostCommon(cells.map((row) => row.length));
  const side = Math.sqrt(columns - 1);
  if (!Number.isInteger(side) || side < 4) throw noSquares(name, columns);
  const sound = cells.filter((row) => row.length === columns && row.every(isNumber));
  const numbers = sound.map((row) => row.map(Number));
  if (numbers.length === 0) throw noSquares(name, columns);
  const labelColumn = findLabel(headerLines === 1 ? rows[0] : [], numbers);
  return {
    delimiter: delimiter.charCodeAt(0),
    headerLines,
    columns,
    labelColumn,
    side,
    scale: findScale(numbers, labelColumn),
  };
}

/** A cell without the quotes and blanks around it. */
function bare(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1');
}

function findDelimiter(line: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

function isNumber(cell: string): boolean {
  return cell !== '' && Number.isFinite(Number(cell));
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

function noSquares(name: string, columns: number): Problem {
  return new Problem(`${name} has ${columns} columns, which are no label and square of pixels`, {
    remedy: 'use rows such as label,pixel0,…,pixel783 (785 columns for 28x28)',
  });
}

/** By its name, first or last; else where all are digits, and where they vary most: a corner of a picture hardly does. */
function findLabel(header: readonly string[], rows: readonly number[][]): number {
  const last = rows[0].length - 1;
  const isNamed = (column: number) =>
    /^(label|class|digit|target|y)s?$/i.test(header[column] ?? '');
  if (isNamed(0)) return 0;
  if (isNamed(last)) return last;
  const kinds = (column: number) => {
    const values = rows.map((row) => row[column]);
    return values.every(isDigit) ? new Set(values).size : 0;
  };
  return kinds(last) > kinds(0) ? last : 0;
}

function isDigit(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 9;
}

function findScale(rows: readonly number[][], labelColumn: number): number {
  let most = 0;
  for (const row of rows) {
    row.forEach((value, column) => {
      if (column !== labelColumn && value > most) most = value;
    });
  }
  return greyScale(most);
}
