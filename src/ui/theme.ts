import type { Row, Tone } from './rows.js';

/** Every sign the program draws. Colour is never the only sign: a tone comes with a mark or a word. */
export interface Glyphs {
  readonly mode: 'unicode' | 'ascii';
  readonly border: {
    topLeft: string;
    topRight: string;
    bottomLeft: string;
    bottomRight: string;
    across: string;
    down: string;
  };
  /** Empty, then growing to a full cell, left to right. */
  readonly bar: readonly string[];
  /** What a bar has not reached yet. */
  readonly track: string;
  /** From the lowest to the highest column of a sparkline. */
  readonly columns: readonly string[];
  /** From background to ink. */
  readonly shades: readonly string[];
  readonly solidLine: string;
  readonly dottedLine: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
  readonly dot: string;
  readonly best: string;
  readonly check: string;
  readonly cross: string;
  readonly ellipsis: string;
  readonly pointer: string;
}

const unicode: Glyphs = {
  mode: 'unicode',
  border: {
    topLeft: '╭',
    topRight: '╮',
    bottomLeft: '╰',
    bottomRight: '╯',
    across: '─',
    down: '│',
  },
  bar: [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  track: '░',
  columns: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  shades: [' ', '░', '▒', '▓', '█'],
  solidLine: '━',
  dottedLine: '┄',
  up: '▲',
  down: '▼',
  left: '←',
  right: '→',
  dot: '●',
  best: '★',
  check: '✓',
  cross: '✗',
  ellipsis: '…',
  pointer: '›',
};

const ascii: Glyphs = {
  mode: 'ascii',
  border: {
    topLeft: '+',
    topRight: '+',
    bottomLeft: '+',
    bottomRight: '+',
    across: '-',
    down: '|',
  },
  bar: [' ', '#'],
  track: '.',
  columns: ['_', '.', '-', '=', '+', '*', '#'],
  shades: [' ', '.', ':', '-', '=', '+', '*', '#', '%', '@'],
  solidLine: '*',
  dottedLine: 'o',
  up: '^',
  down: 'v',
  left: '<',
  right: '>',
  dot: 'o',
  best: '*',
  check: 'ok',
  cross: 'x',
  ellipsis: '~',
  pointer: '>',
};

export function glyphsFor(mode: Glyphs['mode']): Glyphs {
  return mode === 'unicode' ? unicode : ascii;
}

interface ToneStyle {
  color?: 'cyan' | 'green' | 'yellow' | 'red';
  bold?: boolean;
  dimColor?: boolean;
  inverse?: boolean;
}

// The terminal's own 16 colours: they suit dark and light backgrounds alike, because the person chose them.
const toneStyles: Record<Tone, ToneStyle> = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  accent: { color: 'cyan' },
  good: { color: 'green' },
  warning: { color: 'yellow' },
  bad: { color: 'red' },
  selected: { inverse: true },
};

/** A tone as the props of ink's `Text`. */
export function toneProps(tone: Tone): ToneStyle {
  return toneStyles[tone];
}

/** A row as text with SGR codes; weight and inversion remain where colours are off. */
export function paintRow(row: Row, colors: 'colored' | 'plain'): string {
  return row.map(({ text, tone }) => paint(text, toneStyles[tone], colors)).join('');
}

const colorCodes = { red: 31, green: 32, yellow: 33, cyan: 36 } as const;

function paint(text: string, style: ToneStyle, colors: 'colored' | 'plain'): string {
  let painted = text;
  if (style.color && colors === 'colored') painted = sgr(colorCodes[style.color], painted, 39);
  if (style.bold) painted = sgr(1, painted, 22);
  if (style.dimColor) painted = sgr(2, painted, 22);
  if (style.inverse) painted = sgr(7, painted, 27);
  return painted;
}

function sgr(open: number, text: string, close: number): string {
  return `\u001b[${open}m${text}\u001b[${close}m`;
}
