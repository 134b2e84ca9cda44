import { Box } from 'ink';
import type { RecognitionState } from '../../state/recognition-state.js';
import { Rows } from '../../ui/components/rows.js';
import { rowWidth } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { emptyRows } from './empty-rows.js';

/** In the middle of the work area: what to do. */
export function EmptyView({ state }: { state: RecognitionState }) {
  const { glyphs } = useTerminal();
  const { width, height } = useWorkArea();
  const rows = emptyRows(state, { width: Math.min(72, width - 4), glyphs });
  return (
    <Box width={width} height={height} alignItems="center" justifyContent="center">
      <Rows rows={rows} width={Math.max(...rows.map(rowWidth))} />
    </Box>
  );
}
