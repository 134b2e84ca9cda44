import { Box, Text } from 'ink';
import InkSpinner from 'ink-spinner';
import { toneProps } from '../theme.js';

export interface SpinnerProps {
  label?: string;
}

/** For a wait whose end is not known. Three dots, twice a second: each change draws the whole screen again. */
export function Spinner({ label = '' }: SpinnerProps) {
  return (
    <Box>
      <Text>{label}</Text>
      <Text {...toneProps('accent')}>
        <InkSpinner type="simpleDots" />
      </Text>
    </Box>
  );
}
