import { Box } from 'ink';
import { filterHint } from '../../state/recognition-filter.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { cut } from '../../ui/cells.js';
import { Rows } from '../../ui/components/rows.js';
import { TextField } from '../../ui/components/text-field.js';
import type { Row } from '../../ui/rows.js';
import { rowWidth, span } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';

const label: Row = [span(' / ', 'accent')];
const typingKeys = '  Enter keeps, Esc clears';
const keptKeys = '  / changes it, Esc clears';

export interface FilterLineProps {
  recognition: Recognition;
  state: Pick<RecognitionState, 'filter' | 'filterLine'>;
  /** Cells. */
  width: number;
}

/** One row: what the table is narrowed to, and while it is typed, what it may be. */
export function FilterLine({ recognition, state, width }: FilterLineProps) {
  const { glyphs } = useTerminal();
  const { filter, filterLine } = state;
  const room = width - rowWidth(label);
  if (filterLine === 'closed') {
    const shown = cut(filter, room - keptKeys.length, glyphs);
    return <Rows rows={[[...label, span(shown, 'strong'), span(keptKeys, 'dim')]]} width={width} />;
  }
  // The hint stands where the text will be; before the first letter only the cursor does.
  const hint = filter === '' ? ` ${filterHint}` : typingKeys;
  const field = filter === '' ? 1 : room - hint.length;
  return (
    <Box>
      <Rows rows={[label]} width={rowWidth(label)} />
      <TextField
        value={filter}
        onChange={(typed) => recognition.filterBy(typed)}
        isFocused
        width={field}
        onSubmit={() => recognition.keepFilter()}
        onCancel={() => recognition.clearFilter()}
      />
      <Rows rows={[[span(hint, 'dim')]]} width={room - field} />
    </Box>
  );
}
