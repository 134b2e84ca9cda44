import { Box } from 'ink';
import { minimumSize } from '../terminal/size.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { Rows } from './rows.js';

/** What is needed, in whatever room there is. The screens below still take their keys, q among them. */
export function TooSmall() {
  const { columns, rows } = useTerminal();
  const lines = [
    'Digitscope needs more room',
    `${minimumSize.columns}x${minimumSize.rows}, and this is ${columns}x${rows}`,
    'q leaves',
  ];
  return (
    <Box width={columns} height={rows} flexDirection="column" justifyContent="center">
      <Rows rows={lines} width={columns} height={Math.min(rows, lines.length)} />
    </Box>
  );
}
