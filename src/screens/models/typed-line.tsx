import { Box } from 'ink';
import type { ModelsStore } from '../../state/models/models-store.js';
import { Rows } from '../../ui/components/rows.js';
import { TextField } from '../../ui/components/text-field.js';
import { rowWidth, span } from '../../ui/rows.js';

export interface TypedLineProps {
  models: ModelsStore;
  label: string;
  value: string;
  /** Cells. */
  width: number;
  onSubmit: () => void;
}

const hint = '  Enter does it, Esc not';

/** One row that a name or a path is typed into. */
export function TypedLine({ models, label, value, width, onSubmit }: TypedLineProps) {
  const head = [span(` ${label} `, 'accent')];
  const field = Math.max(1, width - rowWidth(head) - hint.length);
  return (
    <Box>
      <Rows rows={[head]} width={rowWidth(head)} />
      <TextField
        value={value}
        onChange={(typed) => models.type(typed)}
        isFocused
        width={field}
        onSubmit={onSubmit}
        onCancel={() => models.closePanel()}
      />
      <Rows rows={[[span(hint, 'dim')]]} width={hint.length} />
    </Box>
  );
}
