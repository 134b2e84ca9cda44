import { type EpochsState, keptEpochs } from '../../../state/analytics/epochs-state.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span } from '../../../ui/rows.js';

/** `Epoch 3 of 12` */
export function epochTitle(state: EpochsState): string {
  const last = keptEpochs(state).at(-1);
  return `Epoch ${state.epoch} of ${last}`;
}

/** What is going on. */
export function epochNote(state: EpochsState, glyphs: Glyphs): RowLike {
  const { film, face, trace, scores } = state;
  if (film === 'playing') return [span(`${glyphs.pointer} playing`, 'accent')];
  const along = face === 'picture' ? trace : scores;
  const total = keptEpochs(state).length;
  if (total === 1) return [span('one epoch only', 'dim')];
  if (along.work === 'working') return [span(`${along.byEpoch.size}/${total} epochs`, 'dim')];
  if (along.work === 'stopped') return [span('stopped: r goes on', 'warning')];
  return [span(`${glyphs.left} ${glyphs.right}`, 'accent'), span(' epochs', 'dim')];
}
