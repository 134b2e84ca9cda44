import { type CellChange, changedCells } from '../../../core/analysis/cell-changes.js';
import type { EpochScore } from '../../../host/protocol.js';
import { type AlongEpochs, epochBefore } from '../../../state/analytics/epochs-state.js';
import type { Cell } from '../../../state/analytics/scores-store.js';
import { cellWidth } from '../../../ui/cells.js';
import { count, delta, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, span, type Tone } from '../../../ui/rows.js';

export interface ChangeRowsOptions {
  scores: AlongEpochs<EpochScore>;
  epoch: number;
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** How well the weights of an epoch do, and which mistakes became more or fewer since the epoch before. */
export function changeRows({ scores, epoch, width, height, glyphs }: ChangeRowsOptions): RowLike[] {
  const score = scores.byEpoch.get(epoch);
  if (!score) return [];
  const previous = scores.byEpoch.get(epochBefore(scores, epoch) ?? Number.NaN);
  const wrong = Math.round(score.count * (1 - score.accuracy));
  const gain = previous ? (score.accuracy - previous.accuracy) * 100 : Number.NaN;
  const head: RowLike[] = [
    [span(percent(score.accuracy, 2), 'strong'), ' ', delta(gain, glyphs)],
    `wrong ${count(wrong)} of ${count(score.count)}`,
    '',
  ];
  if (!previous) return [...head, [span('nothing before it', 'dim')]];
  const changes = changedCells(previous.confusion, score.confusion);
  const title = [span(`since epoch ${previous.epoch}:`, 'dim')];
  if (changes.length === 0) return [...head, title, 'no mistake changed'];
  const room = Math.max(0, height - head.length - 1);
  const shown = changes.length > room ? changes.slice(0, Math.max(0, room - 1)) : changes;
  const left = changes.length - shown.length;
  return [
    ...head,
    title,
    ...shown.map((change) => changeRow(change, width, glyphs)),
    ...(left > 0 ? [[span(`${left} smaller ones`, 'dim')]] : []),
  ];
}

/** How a cell looks that changed since the epoch before: fewer mistakes are good. */
export function changedTone(
  scores: AlongEpochs<EpochScore>,
  epoch: number,
): (cell: Cell) => Tone | undefined {
  const now = scores.byEpoch.get(epoch)?.confusion;
  const before = scores.byEpoch.get(epochBefore(scores, epoch) ?? Number.NaN)?.confusion;
  return ({ label, digit }) => {
    if (!now || !before || label === digit || now[label][digit] + before[label][digit] === 0)
      return undefined;
    const change = now[label][digit] - before[label][digit];
    return change === 0 ? 'plain' : change < 0 ? 'good' : 'bad';
  };
}

/** `▼ 4 read as 9: 31 -> 12`, as much of it as finds room. */
function changeRow(
  { label, digit, before, after }: CellChange,
  width: number,
  glyphs: Glyphs,
): Row {
  const isLess = after < before;
  const figures = `${before} -> ${after}`;
  const sign = isLess ? glyphs.down : glyphs.up;
  const wordings = [
    `${sign} ${label} read as ${digit}: ${figures}`,
    `${label} read as ${digit}: ${figures}`,
  ];
  const words =
    wordings.find((each) => cellWidth(each) <= width) ?? `${label} as ${digit}: ${figures}`;
  return [span(words, isLess ? 'good' : 'bad')];
}
