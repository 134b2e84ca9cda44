import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/ui/terminal/answers.js';
import type { InputEvent } from '../../../src/ui/terminal/input-parser.js';
import { InputParser } from '../../../src/ui/terminal/input-parser.js';
import type { MouseEvent } from '../../../src/ui/terminal/mouse-reports.js';

const keys = (...sequences: string[]): InputEvent[] =>
  sequences.map((sequence) => ({ type: 'key', sequence }));

const mouse = (
  kind: MouseEvent['kind'],
  button: MouseEvent['button'],
  column: number,
  row: number,
): InputEvent => ({ type: 'mouse', event: { kind, button, column, row } });

const answer = (answered: Answer): InputEvent => ({ type: 'answer', answer: answered });

it.each<[string, string, InputEvent[]]>([
  ['letters one by one', 'ab1', keys('a', 'b', '1')],
  ['characters beyond the first plane whole', 'é😀', keys('é', '😀')],
  ['arrows apart', '\x1b[A\x1b[A', keys('\x1b[A', '\x1b[A')],
  ['keys with modifiers', '\x1b[1;5C', keys('\x1b[1;5C')],
  ['SS3 keys', '\x1bOA', keys('\x1bOA')],
  ['keys of the Linux console', '\x1b[[A', keys('\x1b[[A')],
  ['Alt and a letter', '\x1bx', keys('\x1bx')],
  ['Alt and an arrow', '\x1b\x1b[A', keys('\x1b\x1b[A')],
  [
    'Alt and what strings begin with',
    '\x1b]a\x1bPb\x1b_c',
    keys('\x1b]', 'a', '\x1bP', 'b', '\x1b_', 'c'),
  ],
  ['a paste', '\x1b[200~one\ntwo\x1b[201~q', [{ type: 'paste', text: 'one\ntwo' }, ...keys('q')]],
  ['an empty paste', '\x1b[200~\x1b[201~', [{ type: 'paste', text: '' }]],
  ['keys that are pasted as text', '\x1b[200~\x1b[A\x1b[201~', [{ type: 'paste', text: '\x1b[A' }]],
  [
    'reports that are pasted as text',
    '\x1b[200~\x1b[<0;1;1M\x1b[201~',
    [{ type: 'paste', text: '\x1b[<0;1;1M' }],
  ],
  [
    'Escape and a paste',
    '\x1b\x1b[200~a\x1b[201~',
    [...keys('\x1b'), { type: 'paste', text: 'a' }],
  ],
  ['the end of a paste that never began as nothing', '\x1b[201~a', keys('a')],
])('gives %s', (_what, input, events) => {
  expect(new InputParser().push(input)).toEqual(events);
});

describe('of the mouse', () => {
  it.each<[string, string, InputEvent[]]>([
    [
      'a press and a release, from cell (0, 0)',
      '\x1b[<0;1;1M\x1b[<0;10;5m',
      [mouse('press', 'left', 0, 0), mouse('release', 'left', 9, 4)],
    ],
    [
      'each button',
      '\x1b[<1;3;4M\x1b[<2;3;4M',
      [mouse('press', 'middle', 2, 3), mouse('press', 'right', 2, 3)],
    ],
    [
      'a drag',
      '\x1b[<32;120;40M\x1b[<34;1;1M',
      [mouse('drag', 'left', 119, 39), mouse('drag', 'right', 0, 0)],
    ],
    [
      'the wheel',
      '\x1b[<64;2;2M\x1b[<65;2;2M',
      [mouse('wheel-up', 'middle', 1, 1), mouse('wheel-down', 'middle', 1, 1)],
    ],
    [
      'the same with Shift, Alt or Control',
      '\x1b[<4;1;1M\x1b[<8;1;1M\x1b[<48;1;1M\x1b[<81;1;1M',
      [
        mouse('press', 'left', 0, 0),
        mouse('press', 'left', 0, 0),
        mouse('drag', 'left', 0, 0),
        mouse('wheel-down', 'middle', 0, 0),
      ],
    ],
    ['a drag out of the window at its edge', '\x1b[<32;-3;0M', [mouse('drag', 'left', 0, 0)]],
    ['Escape before it', '\x1b\x1b[<0;1;1M', [...keys('\x1b'), mouse('press', 'left', 0, 0)]],
  ])('gives %s', (_what, input, events) => {
    expect(new InputParser().push(input)).toEqual(events);
  });

  it.each([
    ['a move without a button', '\x1b[<35;3;4M'],
    ['a wheel that turns sideways', '\x1b[<66;3;4M\x1b[<67;3;4M'],
    ['the end of a turn of the wheel', '\x1b[<64;3;4m'],
    ['further buttons', '\x1b[<128;3;4M\x1b[<131;3;4m'],
    ['no button at all', '\x1b[<3;3;4M'],
    ['what is no report', '\x1b[<0;1M\x1b[<;;M\x1b[<0;1;1;1M'],
    ['X10 reports', '\x1b[M !!\x1b[M#\x7f\x7f'],
  ])('drops %s', (_what, input) => {
    expect(new InputParser().push(`${input}a`)).toEqual(keys('a'));
  });
});

describe('answers of the terminal', () => {
  it.each<[string, string, Answer]>([
    ['DA1', '\x1b[?62;4;22c', { kind: 'attributes' }],
    ['DA1 of a VT102', '\x1b[?6c', { kind: 'attributes' }],
    [
      'the background, ended by ST',
      '\x1b]11;rgb:ffff/8000/0000\x1b\\',
      {
        kind: 'background',
        color: [1, 32768 / 65535, 0],
      },
    ],
    [
      'the background, ended by BEL',
      '\x1b]11;rgb:1e/1e/ff\x07',
      {
        kind: 'background',
        color: [30 / 255, 30 / 255, 1],
      },
    ],
    [
      'a background with opacity',
      '\x1b]11;rgba:0000/0000/0000/8080\x07',
      {
        kind: 'background',
        color: [0, 0, 0],
      },
    ],
    ['kitty graphics', '\x1b_Gi=31;OK\x1b\\', { kind: 'kitty graphics', state: 'usable' }],
    [
      'no kitty graphics',
      '\x1b_Gi=31;EINVAL:no\x1b\\',
      { kind: 'kitty graphics', state: 'refused' },
    ],
    ['the size of a cell', '\x1b[6;20;10t', { kind: 'cell size', width: 10, height: 20 }],
  ])('tell %s', (_what, input, told) => {
    expect(new InputParser().push(`${input}a`)).toEqual([answer(told), ...keys('a')]);
    expect(new InputParser().push(`\x1b${input}a`)).toEqual([
      ...keys('\x1b'),
      answer(told),
      ...keys('a'),
    ]);
  });

  it.each([
    ['another colour', '\x1b]10;rgb:0000/0000/0000\x1b\\'],
    ['a colour in words', '\x1b]11;black\x07'],
    ['an unknown string', '\x1b]4711;whatever\x07'],
    ['its name', '\x1bP>|xterm(388)\x1b\\'],
    ['DA2', '\x1b[>41;388;0c'],
    ['a mode', '\x1b[?2026;2$y'],
    ['a cell of no size', '\x1b[6;0;0t'],
    ['the size of the window', '\x1b[8;24;80t'],
  ])('are dropped where nobody asked: %s', (_what, input) => {
    expect(new InputParser().push(`${input}a`)).toEqual(keys('a'));
  });

  it('are dropped where they break off, and the key that follows counts', () => {
    expect(new InputParser().push('\x1b]11;rgb:00\x1b[Aq')).toEqual(keys('\x1b[A', 'q'));
    expect(new InputParser().push('\x1b_Gi=31;O\x03q')).toEqual(keys('\x03', 'q'));
    expect(new InputParser().push('\x1b]11;rgb:00\x1b]11;rgb:0/0/0\x07')).toEqual([
      answer({ kind: 'background', color: [0, 0, 0] }),
    ]);
  });

  it('keep the keys after them for a while at most', () => {
    const parser = new InputParser();
    expect(parser.push('\x1b]11;rgb:')).toEqual([]);
    expect(parser.waitingFor).toBe('report');
    expect(parser.flush()).toEqual([]);
    expect(parser.push('q')).toEqual(keys('q'));
    const endless = parser.push(`\x1b]11;${'0'.repeat(1019)}qqq`);
    expect(endless).toEqual(keys('q', 'q', 'q'));
  });

  it('wait for their rest, and half a mouse report is no key', () => {
    const parser = new InputParser();
    expect(parser.push('\x1b[<0;1')).toEqual([]);
    expect(parser.waitingFor).toBe('report');
    expect(parser.flush()).toEqual([]);
    expect(parser.push('\x1b]')).toEqual([]);
    expect(parser.waitingFor).toBe('sequence');
    expect(parser.flush()).toEqual(keys('\x1b]'));
  });
});

it('gives the same however the text is cut', () => {
  const random = seeded(20);
  for (let round = 0; round < 10_000; round += 1) {
    const input = Array.from({ length: 1 + random(8) }, () => parts[random(parts.length)]).join('');
    const whole = drain(new InputParser(), [input]);
    const chunks = cutUp(input, random);
    expect(drain(new InputParser(), chunks), JSON.stringify(chunks)).toEqual(whole);
  }
});

it('keeps a lone Escape until it is clear that nothing follows', () => {
  const parser = new InputParser();
  expect(parser.push('\x1b')).toEqual([]);
  expect(parser.waitingFor).toBe('sequence');
  expect(parser.flush()).toEqual(keys('\x1b'));
  expect(parser.waitingFor).toBe('nothing');
  expect(parser.flush()).toEqual([]);
});

it('gives two Escapes as two keys when something else follows', () => {
  const parser = new InputParser();
  expect([...parser.push('\x1b\x1bq')]).toEqual(keys('\x1b', '\x1bq'));
});

it('gives a paste that never ends when it is flushed', () => {
  const parser = new InputParser();
  expect(parser.push('\x1b[200~half')).toEqual([]);
  expect(parser.waitingFor).toBe('paste');
  expect(parser.flush()).toEqual([{ type: 'paste', text: 'half' }]);
});

it('cuts a paste without end before it fills the memory', () => {
  const parser = new InputParser();
  const events = parser.push(`\x1b[200~${'x'.repeat(1_000_001)}`);
  expect(events).toEqual([{ type: 'paste', text: 'x'.repeat(1_000_000) }]);
});

/** Keys, mouse, pastes, answers, and halves of them. */
const parts = [
  ...['a', 'q', '\r', '\x03', '\x7f', 'é', '😀', '\x1b', '\x1bx', '\x1b]', '\x1bP', '\x1b_'],
  ...['\x1b[A', '\x1b[1;5C', '\x1bOB', '\x1b[[A', '\x1b\x1b[A', '\x1b[15~', '\x1b[Z'],
  ...['\x1b[<0;10;5M', '\x1b[<0;10;5m', '\x1b[<64;1;1M', '\x1b[<35;1;1M', '\x1b[<0;', '\x1b[M !!'],
  ...['\x1b[200~/a b.png\x1b[A\x1b[201~', '\x1b[200~\x1b[201~', '\x1b[201~'],
  ...[
    '\x1b]11;rgb:ffff/ffff/ffff\x1b\\',
    '\x1b]11;rgb:0/0/0\x07',
    '\x1b]11;rgb',
    '\x1b_Gi=31;OK\x1b\\',
  ],
  ...['\x1b[?62;4c', '\x1b[6;20;10t', '\x1bP>|kitty\x1b\\', '\x1b_G', '11;rgb:1/1/1'],
];

function drain(parser: InputParser, chunks: readonly string[]): InputEvent[] {
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.flush()];
}

/** Pieces of one or more UTF-16 units, surrogates kept together as a decoder of UTF-8 keeps them. */
function cutUp(text: string, random: (below: number) => number): string[] {
  const chunks: string[] = [];
  for (const character of text) {
    if (chunks.length === 0 || random(3) === 0) chunks.push(character);
    else chunks[chunks.length - 1] += character;
  }
  return chunks;
}

/** Whole numbers below a limit, the same ones in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
