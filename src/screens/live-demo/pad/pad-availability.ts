import { hasInk } from '../../../core/drawing/drawing.js';
import type { BoardState } from '../../../state/live/board.js';
import type { PadState } from '../../../state/live/pad-store.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { boardAvailability } from './board-keys.js';
import { ownTotal } from './own-rows.js';

/** What the keys of the drawing pad can do now, or the reason why not. */
export function padAvailability(
  { own, saving }: Pick<PadState, 'own' | 'saving'>,
  board: BoardState,
): Availability {
  const nothing = !hasInk(board.drawing) && 'draw a digit first';
  const busy = saving === 'yes' && 'the drawing is being saved';
  return {
    ...boardAvailability(board),
    'save-drawing': nothing || busy || true,
    'name-digit': nothing || busy || keptAlready(board) || true,
    'train-on-mine': mineAvailability(own),
  };
}

/** Two of one drawing would weigh twice in training. */
function keptAlready({ drawing }: BoardState): string | false {
  const last = drawing.steps.at(-1);
  return last?.kind === 'keep' && `it is kept as a ${last.label} already: u takes it back`;
}

function mineAvailability(own: PadState['own']): true | string {
  if (own.status === 'failed') return own.problem;
  if (own.status === 'unknown') return 'the drawings that are kept are still being counted';
  return ownTotal(own) > 0 || 'none is kept yet: c keeps a drawing as one of its digit';
}
