import { Box } from 'ink';
import { span } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import type { NumberRange } from './number-range.js';
import { checkNumber, describeRange } from './number-range.js';
import { Rows } from './rows.js';
import type { TextFieldProps } from './text-field.js';
import { TextField } from './text-field.js';

export interface NumberFieldProps extends Omit<TextFieldProps, 'placeholder' | 'onPaste'> {
  /** What may be typed; `value` stays the text, `checkNumber` makes the number of it. */
  range: NumberRange;
  /** Said while the number is right; the range when not given. */
  hint?: string;
}

const fieldWidth = 10;

/** A number to edit, with what is wrong with it beside it as it is typed. `width` covers both. */
export function NumberField({ range, hint, width, ...field }: NumberFieldProps) {
  const { glyphs } = useTerminal();
  const checked = checkNumber(field.value, range);
  const side = Math.max(0, width - fieldWidth - 1);
  const words = checked.ok
    ? span(hint ?? describeRange(range), 'dim')
    : span(`${glyphs.cross} ${checked.reason}`, 'bad');
  return (
    <Box gap={1}>
      <TextField {...field} width={Math.min(width, fieldWidth)} />
      <Rows rows={[[words]]} width={side} />
    </Box>
  );
}
