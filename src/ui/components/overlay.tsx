import { Box } from 'ink';
import { KeyLayerContext, useOverlayLayer } from '../keys/key-layer.js';
import { useKeyPress } from '../keys/use-keys.js';
import type { RowLike } from '../rows.js';
import { rowWidth } from '../rows.js';
import type { CellPlace } from '../terminal/element-area.js';
import { useTerminal, useWorkArea } from '../terminal/terminal-context.js';
import { useMouse } from '../terminal/use-mouse.js';
import { panelRows } from './panel.js';
import { Rows } from './rows.js';

export interface OverlayProps {
  title: string;
  rows: readonly RowLike[];
  /** Every key comes here, by its name. */
  onKey: (name: string) => void;
  /** A click on one of the rows: column 0 and row 0 are its first ones. */
  onPress?: (at: CellPlace) => void;
  /** -1 up, 1 down; the arrow keys when not given. */
  onWheel?: (direction: -1 | 1) => void;
}

/** A panel in the middle of the work area, over everything; a direct child of `Frame`, after the others. */
export function Overlay(props: OverlayProps) {
  return (
    <KeyLayerContext value={useOverlayLayer()}>
      <OverlayPanel {...props} />
    </KeyLayerContext>
  );
}

function OverlayPanel({ title, rows, onKey, onPress, onWheel }: OverlayProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  useKeyPress(onKey);
  const width = Math.min(area.width, Math.max(rowWidth(title) + 4, ...rows.map(rowWidth)) + 4);
  const height = Math.min(area.height, rows.length + 2);
  const panel = panelRows({ title, width, height, tone: 'accent' }, rows, glyphs);
  // What lies beside the panel is covered too: a click there reaches nothing.
  const covered = useMouse({ onWheel });
  const inside = useMouse({
    onPress: (at) =>
      onPress?.({ column: at.column - panelInset.column, row: at.row - panelInset.row }),
    onWheel,
  });
  return (
    <Box
      ref={covered}
      position="absolute"
      width={area.width}
      height={area.height}
      alignItems="center"
      justifyContent="center"
    >
      <Box ref={inside} width={width} height={height} flexShrink={0}>
        <Rows rows={panel} width={width} />
      </Box>
    </Box>
  );
}

/** Cells of a panel's border, and of the space beside it. */
const panelInset = { column: 2, row: 1 };
