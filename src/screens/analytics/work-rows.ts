import type { WorkProgress } from '../../state/analytics/work-progress.js';
import { progressBar } from '../../ui/components/progress-bar.js';
import { duration, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, type RowLike, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

export interface WorkRowsOptions {
  /** What is being done. */
  words: string;
  progress: WorkProgress | undefined;
  /** What is counted. */
  unit: string;
  width: number;
  glyphs: Glyphs;
}

/** Work under way: how far, how fast, what is left, and how to end it. */
export function workRows({ words, progress, unit, width, glyphs }: WorkRowsOptions): RowLike[] {
  const what = wrapWords(words, width).map((line) => [span(line)]);
  return [...what, ...barRows(), [span('Esc cancels', 'dim')]];

  function barRows(): Row[] {
    if (!progress) return [];
    const { phase, done, total, since, at } = progress;
    const seconds = (at - since) / 1000;
    const perSecond = done / seconds;
    const isKnown = seconds > 0 && done > 0 && total > 0;
    const label = phase === 'load' ? 'loading' : 'scoring';
    const counted = phase === 'load' ? 'samples' : unit;
    const note = `${rate(perSecond, counted)}, left ${duration((total - done) / perSecond)}`;
    return [
      progressBar({ label, value: done, total, width, glyphs }),
      [span(isKnown ? note : '', 'dim')],
    ];
  }
}

/** Why there is nothing to see and what helps, in the middle of that room. */
export function messageRows(
  lines: readonly string[],
  { width, height }: { width: number; height: number },
): RowLike[] {
  const wrapped = lines.flatMap((line, index) =>
    wrapWords(line, Math.min(width, widestMessage)).map((text) => ({ text, index })),
  );
  const above = Math.max(0, Math.floor((height - wrapped.length) / 2));
  const left = ' '.repeat(Math.max(0, Math.floor((width - widestMessage) / 2)));
  const rows = wrapped.map(({ text, index }) => [left, span(text, index === 0 ? 'strong' : 'dim')]);
  return [...Array<RowLike>(above).fill(''), ...rows].slice(0, height);
}

const widestMessage = 60;
