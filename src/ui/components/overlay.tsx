import { Box } from 'ink';
import type { RowLike } from '../rows.js';
import { rowWidth } from '../rows.js';
import { useKeyFocus, useTerminal, useWorkArea } from '../terminal/terminal-context.js';
import { useKeyPress } from '../use-keys.js';
import { panelRows } from './panel.js';
import { Rows } from './rows.js';

export interface OverlayProps {
  title: string;
  rows: readonly RowLike[];
  /** Every key but Ctrl-C comes here, by its name. */
  onKey: (name: string) => void;
}

/** A panel in the middle of the work area, over everything; a direct child of `Frame`, after the others. */
export function Overlay({ title, rows, onKey }: OverlayProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  useKeyFocus('overlays', 'on');
  useKeyPress(onKey);
  const width = Math.min(area.width, Math.max(rowWidth(title) + 4, ...rows.map(rowWidth)) + 4);
  const height = Math.min(area.height, rows.length + 2);
  const panel = panelRows({ title, width, height, tone: 'accent' }, rows, glyphs);
  return (
    <Box
      position="absolute"
      width={area.width}
      height={area.height}
      alignItems="center"
      justifyContent="center"
    >
      <Rows rows={panel} width={width} />
    </Box>
  );
}
