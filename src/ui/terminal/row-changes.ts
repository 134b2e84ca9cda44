import { cellWidth } from '../cells.js';
import type { WrittenCells } from './graphics/damage.js';
import {
  applySgr,
  plainState,
  sgrChange,
  sgrParameters,
  sgrParametersOfSpace,
  withoutSgr,
} from './sgr.js';

/** What has to be written into one row. */
export interface RowChange {
  codes: string;
  written: readonly WrittenCells[];
}

// Fewer unchanged cells between two changes than this are written again: to skip them takes as many bytes.
const shortGap = 8;

// Signs that take one cell in every terminal, so that the place of a change is sure: Latin, punctuation, arrows,
// borders, blocks, shapes, braille. A row with any other is written whole.
const sureSigns =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2039\u203a\u2190-\u21ff\u2500-\u25fc\u2605\u2713\u2717\u2800-\u28ff]*$/;

/**
 * Brings a row of the screen from what it shows to what it is to show: the changed cells alone where that is shorter.
 * Between rows all codes are off.
 *
 * @param shown undefined where that is not known
 */
export function changeRow(
  row: number,
  shown: string | undefined,
  next: string,
  columns: number,
): RowChange | undefined {
  if (shown === next) return undefined;
  const whole = wholeRow(row, next, columns);
  if (shown === undefined) return whole;
  const before = parseCells(shown);
  const after = parseCells(next);
  const parts = before && after && changedCells(row, before, after, columns);
  return parts && parts.codes.length < whole.codes.length ? parts : whole;
}

function wholeRow(row: number, next: string, columns: number): RowChange {
  // Erasing to the end of a full row would take its last cell: the cursor still stands on it.
  const erase = cellWidth(withoutSgr(next)) >= columns ? '' : '\u001b[K';
  return {
    codes: `\u001b[${row + 1};1H${next}${erase}`,
    written: [{ row, from: 0, to: columns }],
  };
}

interface Cell {
  sign: string;
  style: Style;
}

/** Colours and weight, as SGR parameters. */
interface Style {
  parameters: string;
  /** As much of them as is seen where there is no sign. */
  ofSpace: string;
}

const plain: Style = { parameters: '', ofSpace: '' };
const blank: Cell = { sign: ' ', style: plain };

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const piece = /\u001b\[([0-9;]*)m|([^\u001b]+)/gy;

/** A row cell by cell; undefined where it is not sure which sign stands in which cell. */
function parseCells(text: string): Cell[] | undefined {
  const cells: Cell[] = [];
  let state = plainState;
  let end = 0;
  for (const [whole, parameters, signs] of text.matchAll(piece)) {
    end += whole.length;
    if (signs !== undefined) {
      if (!sureSigns.test(signs)) return undefined;
      const style = { parameters: sgrParameters(state), ofSpace: sgrParametersOfSpace(state) };
      for (const sign of signs) cells.push({ sign, style });
    } else {
      const next = applySgr(state, parameters);
      if (!next) return undefined;
      state = next;
    }
  }
  return end === text.length ? cells : undefined;
}

function changedCells(
  row: number,
  before: readonly Cell[],
  after: readonly Cell[],
  columns: number,
): RowChange {
  const parts = changedRuns(before, after).map(({ from, to }, index) => {
    const move = index === 0 ? `\u001b[${row + 1};${from + 1}H` : `\u001b[${from + 1}G`;
    const signs = move + paintCells(after.slice(from, to));
    return to > after.length
      ? { codes: `${signs}\u001b[K`, written: { row, from, to: columns } }
      : { codes: signs, written: { row, from, to } };
  });
  return {
    codes: parts.map(({ codes }) => codes).join(''),
    written: parts.map(({ written }) => written),
  };
}

/** Stretches of cells that differ; what is beyond the end of a row is blank. */
function changedRuns(
  before: readonly Cell[],
  after: readonly Cell[],
): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    if (looksAlike(before[index] ?? blank, after[index] ?? blank)) continue;
    const last = runs.at(-1);
    if (last && index - last.to < shortGap) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

function looksAlike(one: Cell, other: Cell): boolean {
  if (one.sign !== other.sign) return false;
  const seen = one.sign === ' ' ? 'ofSpace' : 'parameters';
  return one.style[seen] === other.style[seen];
}

function paintCells(cells: readonly Cell[]): string {
  let text = '';
  let style = plain;
  for (const cell of cells) {
    const isSeen = cell.sign !== ' ' || cell.style.ofSpace !== style.ofSpace;
    if (isSeen) {
      text += sgrChange(style.parameters, cell.style.parameters);
      style = cell.style;
    }
    text += cell.sign;
  }
  return text + sgrChange(style.parameters, '');
}
