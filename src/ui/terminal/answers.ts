/** Red, green and blue, each 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number];

/** What a terminal answers to the questions of terminal-queries.ts. */
export type Answer =
  /** DA1: every terminal answers it, so whatever was asked before it and is not answered by then never will be. */
  | { kind: 'attributes' }
  | { kind: 'background'; color: Color }
  | { kind: 'kitty graphics'; state: 'usable' | 'refused' }
  /** Pixels of a cell. */
  | { kind: 'cell size'; width: number; height: number };

/** An answer from a report or a string of the terminal; undefined for one that was not asked for. */
export function readAnswer(sequence: string): Answer | undefined {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(sequence);
    if (match) return read(match);
  }
  return undefined;
}

// The ends of a string, ST or BEL, are left to the parser.
const readers: readonly (readonly [RegExp, (match: RegExpExecArray) => Answer])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
  [/^\u001b\[\?[\d;]*c$/, () => ({ kind: 'attributes' })],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
    /^\u001b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i,
    ([, red, green, blue]) => ({
      kind: 'background',
      color: [share(red), share(green), share(blue)],
    }),
  ],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
    /^\u001b_G[^;]*;(OK)?/,
    ([, ok]) => ({ kind: 'kitty graphics', state: ok ? 'usable' : 'refused' }),
  ],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
    /^\u001b\[6;([1-9]\d*);([1-9]\d*)t$/,
    ([, height, width]) => ({ kind: 'cell size', width: Number(width), height: Number(height) }),
  ],
];

/** One to four hexadecimal digits as a share of the largest such number (XParseColor). */
function share(digits: string): number {
  return Number.parseInt(digits, 16) / (16 ** digits.length - 1);
}
