import { hasInk } from '../../../core/drawing/drawing.js';
import type { BoardState } from '../../../state/live/board.js';
import type { Pad, Told } from '../../../state/live/pad-store.js';
import type { Action } from '../../../ui/keys/key-table.js';
import type { Availability } from '../../../ui/keys/keys.js';

/**
 * What the keys do that draw.
 *
 * @param tell says what came of something
 */
export function boardKeys(
  pad: Pad,
  tell: (telling: Promise<Told | undefined>) => Promise<void>,
): Partial<Record<Action, () => void>> {
  const { board } = pad;
  return {
    'toggle-pen': () => board.togglePen(),
    'toggle-eraser': () => board.toggleEraser(),
    thicker: () => board.stepBrush(1),
    thinner: () => board.stepBrush(-1),
    undo: () => void tell(pad.undo()),
    redo: () => board.redo(),
    'clear-drawing': () => board.clear(),
    'move-pen-left': () => board.movePen('left'),
    'move-pen-right': () => board.movePen('right'),
    'move-pen-up': () => board.movePen('up'),
    'move-pen-down': () => board.movePen('down'),
  };
}

/** What they can do now, or the reason why not. */
export function boardAvailability({ drawing, brush }: BoardState): Availability {
  return {
    undo: drawing.steps.length > 0 || 'nothing has been drawn yet',
    redo: drawing.undone.length > 0 || 'nothing has been taken back',
    'clear-drawing': hasInk(drawing) || 'it is clear already',
    thicker: brush !== 'thick' || 'this is the thickest brush',
    thinner: brush !== 'thin' || 'this is the thinnest brush',
  };
}
