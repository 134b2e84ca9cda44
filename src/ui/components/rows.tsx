import type { DOMElement } from 'ink';
import { Box } from 'ink';
import { useLayoutEffect, useRef } from 'react';
import type { RowLike } from '../rows.js';
import { fitRows } from '../rows.js';
import { useServices, useTerminal } from '../terminal/terminal-context.js';
import { paintRow } from '../theme.js';

export interface RowsProps {
  rows: readonly RowLike[];
  width: number;
  /** The number of rows when not given. */
  height?: number;
}

/** Rows in exactly `width` by `height` cells. For everything that changes while one looks at it. */
export function Rows({ rows, width, height = rows.length }: RowsProps) {
  const { theme, glyphs } = useTerminal();
  const lines = fitRows(rows, width, height).map((row) => {
    // What is cut to its width long before it is drawn does not know which signs the font has.
    return paintRow(row, theme).replaceAll('…', glyphs.ellipsis);
  });
  return <Raw lines={lines} width={width} height={height} />;
}

export interface RawProps {
  /** Lines of exactly `width` cells, with their SGR codes. */
  lines: readonly string[];
  width: number;
  height: number;
}

/** Painted lines, drawn past ink: see `Canvas`. */
export function Raw({ lines, width, height }: RawProps) {
  const { canvas } = useServices();
  const element = useRef<DOMElement>(null);
  useLayoutEffect(() => {
    if (element.current) canvas.draw(element.current, lines);
  });
  if (width <= 0 || height <= 0) return null;
  return <Box ref={element} width={width} height={height} flexShrink={0} />;
}
