import { Box } from 'ink';
import { useState } from 'react';
import type { PictureResult } from '../../host/protocol.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { Rows } from '../../ui/components/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { tableHeads, tableRows } from './table-rows.js';
import { scrollTo } from './table-scroll.js';

export interface ResultsTableProps {
  recognition: Recognition;
  state: Pick<RecognitionState, 'rows' | 'selected'>;
  results: readonly PictureResult[];
  /** Names are shown from here on. */
  folder: string | undefined;
  /** Cells. */
  width: number;
  height: number;
}

/** The answers in their order. A click looks at a row, a second one shows its picture large. */
export function ResultsTable({ recognition, state, ...table }: ResultsTableProps) {
  const { glyphs } = useTerminal();
  const { rows, selected } = state;
  const [top, setTop] = useState(0);
  const from = scrollTo({
    from: top,
    place: rows.indexOf(selected),
    count: rows.length,
    height: table.height - tableHeads,
  });
  if (from !== top) setTop(from);
  const mouse = useMouse({
    onPress: ({ row }) => {
      const pressed = row < tableHeads ? undefined : rows[from + row - tableHeads];
      if (pressed === undefined) return;
      if (pressed === selected) recognition.lookCloser();
      else recognition.select(pressed);
    },
    onWheel: (direction) => recognition.move(direction),
  });
  const lines = tableRows({ ...table, rows, selected, from, glyphs });
  const none = [span('no picture goes with the filter', 'warning')];
  return (
    <Box ref={mouse}>
      <Rows
        rows={rows.length > 0 ? lines : [...lines, none]}
        width={table.width}
        height={table.height}
      />
    </Box>
  );
}
