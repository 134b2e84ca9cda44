import { Box } from 'ink';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Board } from '../../../state/live/board.js';
import { Raw } from '../../../ui/components/rows.js';
import type { CellPlace } from '../../../ui/terminal/element-area.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import { canvasLines, placeOf } from './canvas-lines.js';
import { canvasNotes } from './canvas-notes.js';

export interface CanvasViewProps {
  board: Board;
  /** Rows; it is twice as many cells wide. */
  rows: number;
}

/** What is drawn on: the left button draws, the right one rubs out, the wheel changes the brush. */
export function CanvasView({ board, rows }: CanvasViewProps) {
  const { capabilities, glyphs, theme } = useTerminal();
  const state = useStore(board.store);
  const { ink } = state;
  const notes = canvasNotes(state, rows, glyphs);
  const at = (place: CellPlace) => placeOf(place, rows);
  const canvas = useMouse({
    onPress: (place, { button }) =>
      board.press(at(place), button === 'right' ? 'eraser' : undefined),
    onDrag: (place) => board.drag(at(place)),
    onRelease: () => board.lift(),
    onWheel: (direction) => board.stepBrush(direction < 0 ? 1 : -1),
  });
  const noted = JSON.stringify(notes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pixels and notes are other ones when ink and text are.
  const lines = useMemo(
    () => canvasLines(ink.pixels, { rows, notes, capabilities, glyphs, theme }),
    [ink, rows, noted, capabilities, glyphs, theme],
  );
  return (
    <Box ref={canvas} width={2 * rows} height={rows} flexShrink={0}>
      <Raw lines={lines} width={2 * rows} height={rows} />
    </Box>
  );
}
