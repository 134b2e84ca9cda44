import { Box } from 'ink';
import type { HostState } from '../../state/host-connection.js';
import { RowsPanel } from '../../ui/components/rows-panel.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import type { Place } from './home-layout.js';
import { runTable } from './run-table.js';

export interface RunListProps {
  runs: Pick<HostState, 'runs' | 'status'>;
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
  /** Called with the id of a run that is clicked. */
  onChoose: (run: string) => void;
}

/** The past runs; a click on one opens it in Analytics. */
export function RunList({ runs, now, place, onChoose }: RunListProps) {
  const { glyphs } = useTerminal();
  const list = useMouse({
    onPress({ row }) {
      const run = runs.runs?.[row - rowsAbove];
      const isShown = row < place.height - 1;
      if (run && isShown) onChoose(run.id);
    },
  });
  return (
    <Box ref={list} width={place.width} height={place.height} flexShrink={0}>
      <RowsPanel title="Runs" {...place}>
        {(inner) => runTable(runs, { ...inner, glyphs, now })}
      </RowsPanel>
    </Box>
  );
}

/** The border and the head of the table. */
const rowsAbove = 2;
