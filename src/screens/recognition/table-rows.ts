import { basename } from 'node:path';
import { confidenceStatus } from '../../core/prediction.js';
import type { PictureResult, ReadNumber } from '../../host/protocol.js';
import type { ReadPicture } from '../../state/recognition-reading.js';
import { cut } from '../../ui/cells.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { ColumnCell, Row, RowLike } from '../../ui/rows.js';
import { joinColumns, rowText, span } from '../../ui/rows.js';
import { nameWithin } from '../files/file-names.js';
import { statusTones } from './answer-rows.js';

export interface TableOptions {
  results: readonly PictureResult[];
  /** Indices of results as they are shown, and the one that is looked at. */
  rows: readonly number[];
  selected: number;
  /** The first of them that is shown. */
  from: number;
  /** Names are shown from here on. */
  folder: string | undefined;
  width: number;
  /** With the heads of the columns. */
  height: number;
  glyphs: Glyphs;
}

/** Rows of a table above its results. */
export const tableHeads = 1;

/** Heads of columns, and as many results as find room. */
export function tableRows(options: TableOptions): Row[] {
  const { results, rows, selected, from, width, height } = options;
  const columns = columnWidths(width, digitWidth(results));
  const heads = tableLine(columns, {
    file: [span('file', 'dim')],
    digit: [span('digit', 'dim')],
    confidence: [span('confidence', 'dim')],
    status: [span('status', 'dim')],
    second: [span('or', 'dim')],
  });
  const lines = rows.slice(from, from + Math.max(0, height - tableHeads)).map((index) => {
    const line = resultRow(results[index], columns, options);
    return index === selected ? [span(rowText(line), 'selected')] : line;
  });
  return [heads, ...lines];
}

interface ColumnWidths {
  file: number;
  digit: number;
  confidence: number;
  status: number;
  /** 0 where there is no room for it. */
  second: number;
}

/** Cells of the longest number, within reason. */
function digitWidth(results: readonly PictureResult[]): number {
  const lengths = results.map((result) =>
    'error' in result || !result.number ? 0 : numberText(result.number).length,
  );
  return Math.min(
    14,
    lengths.reduce((most, length) => Math.max(most, length), 5),
  );
}

function numberText({ lines }: ReadNumber): string {
  return lines.join(' / ');
}

function columnWidths(width: number, digit: number): ColumnWidths {
  const fixed = { digit, confidence: 10, status: 6 };
  const second = width >= 64 ? 10 : 0;
  const others = fixed.digit + fixed.confidence + fixed.status + 6 + (second > 0 ? second + 2 : 0);
  return { ...fixed, second, file: width - others };
}

function resultRow(
  result: PictureResult,
  columns: ColumnWidths,
  { folder, width, glyphs }: TableOptions,
): Row {
  const name = nameWithin(result.file, folder);
  const file = cut(name, columns.file, { keep: 'end', ellipsis: glyphs.ellipsis });
  if ('error' in result) {
    return joinColumns([
      { row: file, width: columns.file },
      {
        row: [span(`${glyphs.cross} ${withoutName(result)}`, 'bad')],
        width: width - columns.file - 2,
      },
    ]);
  }
  if (result.seen.blank) {
    const status = [span('blank', 'warning')];
    return tableLine(columns, { file, digit: '-', confidence: '-', status, second: '' });
  }
  if (result.number) return numberRow(result.number, columns, file, glyphs);
  const { digit, confidence, status, rejected } = result;
  return tableLine(columns, {
    file,
    digit: [span(rejected ? `${digit}?` : `${digit} `, rejected ? 'warning' : 'strong')],
    confidence: percent(confidence),
    status: [span(status, statusTones[status])],
    second: [span(secondGuess(result), 'dim')],
  });
}

function numberRow(number: ReadNumber, columns: ColumnWidths, file: RowLike, glyphs: Glyphs): Row {
  const { confidence, digits } = number;
  const status = confidenceStatus(confidence);
  const none = digits.length === 0;
  return tableLine(columns, {
    file,
    digit: none ? '-' : [span(cut(numberText(number), columns.digit, glyphs), 'strong')],
    confidence: none ? '-' : percent(confidence),
    status: [none ? span('none', 'warning') : span(status, statusTones[status])],
    second: [span(none ? '' : `${digits.length} digits`, 'dim')],
  });
}

function tableLine(
  widths: ColumnWidths,
  { file, digit, confidence, status, second }: Record<keyof ColumnWidths, RowLike>,
): Row {
  const cells: ColumnCell[] = [
    { row: file, width: widths.file },
    { row: digit, width: widths.digit, align: 'right' },
    { row: confidence, width: widths.confidence, align: 'right' },
    { row: status, width: widths.status },
  ];
  if (widths.second > 0) cells.push({ row: second, width: widths.second, align: 'right' });
  return joinColumns(cells);
}

/** `1   0.8 %`: the digit that it might have been. */
function secondGuess({ probabilities, digit }: ReadPicture): string {
  const others = probabilities.map((value, index) => (index === digit ? -1 : value));
  const best = Math.max(...others);
  return `${others.indexOf(best)} ${percent(best).padStart(7)}`;
}

/** The error without the name that it begins with and that stands beside it. */
function withoutName({ file, error }: { file: string; error: string }): string {
  const name = `${basename(file)} `;
  return error.startsWith(name) ? error.slice(name.length) : error;
}
