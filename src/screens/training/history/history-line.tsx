import { Box } from 'ink';
import type { HistoryState } from '../../../state/runs/history-state.js';
import type { History } from '../../../state/runs/history-store.js';
import { runFilterHint } from '../../../state/runs/run-filter.js';
import type { Told } from '../../../state/runs/told.js';
import { cut } from '../../../ui/cells.js';
import { Rows } from '../../../ui/components/rows.js';
import { TextField } from '../../../ui/components/text-field.js';
import { type Row, rowWidth, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';

export interface HistoryLineProps {
  history: History;
  state: Pick<HistoryState, 'line' | 'typed' | 'filter'>;
  /** Cells. */
  width: number;
  onTold: (told: Told | undefined) => void;
}

const labels: Record<'filter' | 'title' | 'note', string> = {
  filter: ' / ',
  title: ' name: ',
  note: ' note: ',
};

const typingKeys = '  Enter keeps, Esc leaves it';
const keptKeys = '  / changes it, Esc clears';

/** One row: what the list is narrowed to, or the line that is typed now. */
export function HistoryLine({ history, state, width, onTold }: HistoryLineProps) {
  const { glyphs } = useTerminal();
  const { line, filter } = state;
  const label: Row = [span(labels[line === 'closed' ? 'filter' : line], 'accent')];
  const room = width - rowWidth(label);
  if (line === 'closed') {
    const shown = cut(filter, room - keptKeys.length, glyphs);
    return <Rows rows={[[...label, span(shown, 'strong'), span(keptKeys, 'dim')]]} width={width} />;
  }
  const value = line === 'filter' ? filter : state.typed;
  // The hint stands where the text will be; before the first letter only the cursor does.
  const hint = value === '' ? ` ${emptyHints[line]}` : typingKeys;
  const field = value === '' ? 1 : Math.max(1, room - hint.length);
  return (
    <Box>
      <Rows rows={[label]} width={rowWidth(label)} />
      <TextField
        key={line}
        value={value}
        onChange={(text) => history.type(text)}
        isFocused
        width={field}
        onSubmit={() => void history.keepLine().then(onTold)}
        onCancel={() => history.back()}
      />
      <Rows rows={[[span(hint, 'dim')]]} width={room - field} />
    </Box>
  );
}

const emptyHints = {
  filter: runFilterHint,
  title: 'what you call this run; Enter without a name takes it away',
  note: 'what is worth keeping of this run; Enter without words takes it away',
};
