import { Box } from 'ink';
import type { ReactNode } from 'react';
import { cellWidth, cut, printable } from '../cells.js';
import type { Glyphs } from '../glyphs.js';
import type { Row, RowLike, Tone } from '../rows.js';
import { fitRow, rowWidth, span, toRow } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { Rows } from './rows.js';

export interface PanelFrame {
  title: string;
  /** What stands at the right end of the upper border. */
  note?: RowLike;
  /** Cells of the whole panel, border included. */
  width: number;
  height: number;
  /** Of the border and the title; the accent marks the panel that has the keys. */
  tone?: Tone;
}

export interface PanelProps extends PanelFrame {
  children?: ReactNode;
}

/** A border with a title; the children get exactly `panelInner`. */
export function Panel({ children, ...frame }: PanelProps) {
  const { glyphs } = useTerminal();
  const { width, height, tone = 'dim' } = frame;
  const inner = panelInner(frame);
  const side = Array.from({ length: inner.height }, () => [span(glyphs.border.down, tone)]);
  return (
    <Box width={width} height={height} flexDirection="column" flexShrink={0}>
      <Rows rows={[upperBorder(frame, glyphs)]} width={width} />
      <Box height={inner.height}>
        <Rows rows={side} width={1} />
        <Box
          width={inner.width}
          height={inner.height}
          marginX={1}
          flexDirection="column"
          flexShrink={0}
          overflowY="hidden"
        >
          {children}
        </Box>
        <Rows rows={side} width={1} />
      </Box>
      <Rows rows={[lowerBorder(frame, glyphs)]} width={width} />
    </Box>
  );
}

/** The cells inside a panel: its border and one space at each side are gone. */
export function panelInner({ width, height }: { width: number; height: number }) {
  return { width: Math.max(0, width - 4), height: Math.max(0, height - 2) };
}

/** A whole panel as rows. */
export function panelRows(frame: PanelFrame, body: readonly RowLike[], glyphs: Glyphs): Row[] {
  const inner = panelInner(frame);
  const side = glyphs.border.down;
  const tone = frame.tone ?? 'dim';
  const middle = Array.from({ length: inner.height }, (_, index) => [
    span(`${side} `, tone),
    ...fitRow(body[index] ?? '', inner.width, glyphs.ellipsis),
    span(` ${side}`, tone),
  ]);
  return [upperBorder(frame, glyphs), ...middle, lowerBorder(frame, glyphs)];
}

/** `╭ title ─── note ─╮`; the note goes before the title is cut. */
function upperBorder({ title, note = '', width, tone = 'dim' }: PanelFrame, glyphs: Glyphs): Row {
  const { topLeft, topRight, across } = glyphs.border;
  const room = Math.max(0, width - 2);
  const name = title === '' ? '' : ` ${cut(printable(title), room - 2, glyphs)} `;
  const noteWidth = rowWidth(note);
  const hasNote = noteWidth > 0 && cellWidth(name) + noteWidth + 4 <= room;
  const line = room - cellWidth(name) - (hasNote ? noteWidth + 3 : 0);
  const end = hasNote ? [span(' '), ...toRow(note), span(' '), span(across, tone)] : [];
  return fitRow(
    [
      span(topLeft, tone),
      span(name, tone === 'dim' ? 'strong' : tone),
      span(across.repeat(Math.max(0, line)), tone),
      ...end,
      span(topRight, tone),
    ],
    width,
  );
}

function lowerBorder({ width, tone = 'dim' }: PanelFrame, { border }: Glyphs): Row {
  const line = border.across.repeat(Math.max(0, width - 2));
  return fitRow([span(border.bottomLeft + line + border.bottomRight, tone)], width);
}
