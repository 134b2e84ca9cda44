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
  /** The same for bars below each other that are about as long: they do not touch. */
  readonly thinBar: readonly string[];
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
  /** What people do to a run. */
  readonly pause: string;
  readonly resume: string;
  readonly change: string;
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
  thinBar: [' ', '▖', '▄'],
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
  pause: '‖',
  resume: '▸',
  change: '◆',
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
  thinBar: [' ', '='],
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
  pause: '=',
  resume: '>',
  change: '#',
};

export function glyphsFor(mode: Glyphs['mode']): Glyphs {
  return mode === 'unicode' ? unicode : ascii;
}
