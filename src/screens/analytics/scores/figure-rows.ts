import { type ConfusedPair, mostConfused } from '../../../core/analysis/cells.js';
import type { Evaluation } from '../../../core/metrics.js';
import type { Scored } from '../../../state/analytics/scored.js';
import type { Cell } from '../../../state/analytics/scores-store.js';
import { thinMeter } from '../../../ui/components/bars.js';
import { rowWindow } from '../../../ui/components/row-window.js';
import { count, decimal, percent, rate } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

/** What all answers come to. */
export function scoreFigures(evaluation: Evaluation, scored: Scored, width: number): Row[] {
  const { accuracy, macroAccuracy, loss } = evaluation;
  const { skipped, imagesPerSecond, name } = scored;
  const figure = (label: string, value: RowLike) =>
    joinColumns([
      { row: [span(label, 'dim')], width: 14 },
      { row: value, width: Math.max(0, width - 16) },
    ]);
  return [
    figure('accuracy', [span(percent(accuracy, 2), 'strong')]),
    figure('macro accuracy', percent(macroAccuracy, 2)),
    figure('loss', decimal(loss)),
    figure('samples', count(evaluation.count)),
    figure('left out', leftOut(skipped)),
    figure('answered', rate(imagesPerSecond, 'images')),
    figure('weights', name),
  ];
}

/** What is odd about the answers, where something is. */
export function scoreWarning({ count: samples, loss, perClass }: Evaluation): string | undefined {
  if (samples === 0) return 'there are no samples: s chooses others';
  if (Number.isNaN(loss)) return 'the network answers no numbers: its training diverged';
  const present = perClass.filter((score) => score.count > 0);
  if (present.length < 10) return `only ${present.length} of the ten digits have samples here`;
  return undefined;
}

/** The mistakes, the most frequent first; the one that the cursor is on is marked. */
export function confusedRows(
  evaluation: Evaluation,
  {
    selected,
    width,
    height,
    glyphs,
  }: { selected: Cell; width: number; height: number; glyphs: Glyphs },
): Row[] {
  const pairs = mostConfused(evaluation.confusion);
  if (pairs.length === 0) {
    const words =
      evaluation.count === 0
        ? 'no samples, no mistakes'
        : `no mistake among ${count(evaluation.count)} samples; Enter on the diagonal shows right answers`;
    return wrapWords(words, width).map((line) => [span(line, 'good')]);
  }
  const place = pairs.findIndex((pair) => isSameCell(pair, selected));
  const { from, to } = rowWindow({ count: pairs.length, place: Math.max(0, place), height });
  const most = pairs[0].count;
  return pairs.slice(from, to).map((pair) => {
    const total = evaluation.perClass[pair.label].count;
    const text = `${count(pair.count)} of ${count(total)}`;
    const isSelected = isSameCell(pair, selected);
    const barWidth = Math.max(0, Math.min(widestBar, width - 38));
    return joinColumns([
      {
        row: [
          span(isSelected ? glyphs.pointer : ' ', 'accent'),
          span(`${pair.label} read as ${pair.digit}`, isSelected ? 'strong' : 'plain'),
        ],
        width: 12,
      },
      { row: text, width: 13, align: 'right' },
      { row: [span(percent(pair.count / total), 'dim')], width: 7, align: 'right' },
      { row: [span(thinMeter(pair.count / most, barWidth, glyphs), 'warning')], width: barWidth },
    ]);
  });
}

export function isSameCell(a: Cell | ConfusedPair, b: Cell): boolean {
  return a.label === b.label && a.digit === b.digit;
}

/** Longer bars say nothing more. */
const widestBar = 20;

function leftOut(skipped: number): RowLike {
  if (skipped === 0) return 'no file';
  return [span(skipped === 1 ? '1 file' : `${count(skipped)} files`, 'warning')];
}
