import { Box, Text, Transform } from 'ink';
import InkSpinner from 'ink-spinner';
import { span } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { paintRow } from '../theme.js';

export interface SpinnerProps {
  label?: string;
}

/** For a wait whose end is not known. Three dots, twice a second: each change draws the whole screen again. */
export function Spinner({ label = '' }: SpinnerProps) {
  const { theme } = useTerminal();
  return (
    <Box>
      <Text>{label}</Text>
      <Transform transform={(dots) => paintRow([span(dots, 'accent')], theme)}>
        <Text>
          <InkSpinner type="simpleDots" />
        </Text>
      </Transform>
    </Box>
  );
}
