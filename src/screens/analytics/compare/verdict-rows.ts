import type { Comparison } from '../../../core/analysis/comparison.js';
import { cellWidth, padTo } from '../../../ui/cells.js';
import { count, percent, signed } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, span, type Tone } from '../../../ui/rows.js';

export interface VerdictOptions {
  /** Names of the two. */
  a: string;
  b: string;
  comparison: Comparison;
  /** Samples. */
  total: number;
  /** Who has trained on some of these samples. */
  fitted: readonly ('a' | 'b')[];
  width: number;
  glyphs: Glyphs;
}

/** How often each of the two is right, both together, and whether the difference may be chance: seven rows. */
export function verdictRows(options: VerdictOptions): RowLike[] {
  const { a, b, comparison, total, width } = options;
  const { bothRight, onlyA, onlyB, neither } = comparison;
  const [ofA, ofB] = [(bothRight + onlyA) / total, (bothRight + onlyB) / total];
  return [
    accuracyRow('A', a, ofA, '', width),
    accuracyRow('B', b, ofB, signed((ofB - ofA) * 100), width),
    [span(tableRow('McNemar', 'B right', 'B wrong'), 'dim')],
    tableRow('A right', count(bothRight), count(onlyA)),
    tableRow('A wrong', count(onlyB), count(neither)),
    verdict(options),
    fittedRow(options),
  ];
}

/** From this chance on a difference may be one: the usual bound. */
const significance = 0.05;

/** `B is better: p = 0.002, exact` */
function verdict({ a, b, comparison, width }: VerdictOptions): Row {
  const { mcNemar, onlyA, onlyB } = comparison;
  if (a === b) return [span('the same twice: no difference', 'strong')];
  if (mcNemar.method === 'none') return [span('both are right on the same', 'strong')];
  const isChance = mcNemar.p >= significance;
  const words = isChance ? 'may be chance' : `${onlyB > onlyA ? 'B' : 'A'} is better`;
  const chance = `${words}: ${pText(mcNemar.p)}, ${mcNemar.method}`;
  const fitted = cellWidth(chance) <= width ? chance : chance.replace('chi-squared', 'chi2');
  return [span(fitted, isChance ? 'strong' : 'accent')];
}

/** `p = 0.31`, `p < 0.001` */
function pText(p: number): string {
  if (p < 0.001) return 'p < 0.001';
  return `p = ${p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`;
}

function accuracyRow(sign: string, name: string, accuracy: number, change: string, width: number) {
  const tone: Tone = change.startsWith('-') ? 'bad' : 'good';
  return joinColumns(
    [
      { row: [span(`${sign} `, 'accent'), name], width: width - 16 },
      { row: [span(change, tone)], width: 6, align: 'right' },
      { row: [span(percent(accuracy, 2), 'strong')], width: 8, align: 'right' },
    ],
    1,
  );
}

function tableRow(head: string, ...cells: string[]): string {
  return padTo(head, 10) + cells.map((cell) => padTo(cell, 9, 'right')).join('');
}

/** Who looks better than it is. */
function fittedRow({ fitted, glyphs }: VerdictOptions): Row {
  if (fitted.length === 0) return [];
  const who = fitted.length === 2 ? 'A and B' : fitted[0].toUpperCase();
  return [span(`${glyphs.cross} ${who} trained on some of them`, 'warning')];
}
