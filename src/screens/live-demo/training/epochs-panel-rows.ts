import type { TrainingDemoState } from '../../../state/live/training-demo-store.js';
import { isUnderWay, type RunView } from '../../../state/run-view.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';
import { beginRows, endedRows } from './demo-words.js';
import { epochRows } from './epoch-rows.js';

export interface EpochsPanelOptions {
  view: RunView | undefined;
  state: TrainingDemoState;
  /** What went wrong: with the start of a run, or with the reading of the drawing. */
  problem: string | undefined;
  /** Of the ink that is on the canvas; undefined where there is none. */
  version: number | undefined;
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** What each epoch said; before the first what will happen, and in the end what the room saw. */
export function epochsPanelRows(options: EpochsPanelOptions): RowLike[] {
  const { view, state, problem, version, width, height, glyphs } = options;
  const trouble = problem === undefined ? [] : wrapWords(`${glyphs.cross} ${problem}`, width);
  const lines = trouble.map((line): RowLike => [span(line, 'bad')]);
  const drawn = version === undefined ? 'nothing' : 'ink';
  if (!view) return [...lines, ...beginRows(state, { width, drawn })];
  const below = isUnderWay(view)
    ? underWayRows(view, { drawn, width, glyphs })
    : endedRows(view, state, { width, glyphs });
  const room = height - lines.length - below.length;
  // A free row parts them, where there is room for any.
  const rows = epochRows({ run: view.run, scores: state.scores, version, height: room - 1 });
  const gap = rows.length > 0 && below.length > 0 ? [''] : [];
  return [...rows, ...gap, ...lines, ...below];
}

/** Why nothing comes any more, or what is to be said while there is no answer of an epoch. */
function underWayRows(
  { run }: RunView,
  { drawn, width, glyphs }: { drawn: 'ink' | 'nothing'; width: number; glyphs: Glyphs },
): RowLike[] {
  if (run.status === 'paused') {
    const words = `${glyphs.pause} paused: p in Training lets it go on`;
    return wrapWords(words, width).map((line): RowLike => [span(line, 'warning')]);
  }
  if (drawn === 'nothing') {
    return wrapWords('Draw a digit: each epoch then says what it is.', width);
  }
  return run.history.length > 0
    ? []
    : wrapWords('Your drawing is read when the first epoch has ended.', width);
}
