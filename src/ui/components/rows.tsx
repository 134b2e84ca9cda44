import { Box, Transform } from 'ink';
import type { RowLike } from '../rows.js';
import { fitRows } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { paintRow } from '../theme.js';

export interface RowsProps {
  rows: readonly RowLike[];
  width: number;
  /** The number of rows when not given. */
  height?: number;
}

/** Rows in exactly `width` by `height` cells. For everything that changes while one looks at it. */
export function Rows({ rows, width, height = rows.length }: RowsProps) {
  const { capabilities } = useTerminal();
  const colors = capabilities.colorLevel > 0 ? 'colored' : 'plain';
  const lines = fitRows(rows, width, height).map((row) => paintRow(row, colors));
  return <Raw lines={lines} width={width} height={height} />;
}

export interface RawProps {
  /** Lines of exactly `width` cells, with their SGR codes. */
  lines: readonly string[];
  width: number;
  height: number;
}

/**
 * Painted lines. ink remembers every text that it has ever measured, so text that keeps changing would fill the
 * memory: it measures a text that stays, and a transform puts the lines in its place.
 */
export function Raw({ lines, width, height }: RawProps) {
  if (width <= 0 || height <= 0) return null;
  return (
    <Box width={width} height={height} flexShrink={0}>
      <Transform transform={(_, index) => lines[index] ?? ''}>
        {placeholder(width, height)}
      </Transform>
    </Box>
  );
}

function placeholder(width: number, height: number): string {
  return Array.from({ length: height }, () => '.'.repeat(width)).join('\n');
}
