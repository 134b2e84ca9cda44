import { expect, it } from 'vitest';
import type { InputEvent } from '../../../src/ui/terminal/input-parser.js';
import { InputParser } from '../../../src/ui/terminal/input-parser.js';

const keys = (...sequences: string[]): InputEvent[] =>
  sequences.map((sequence) => ({ type: 'key', sequence }));

it.each<[string, string, InputEvent[]]>([
  ['letters one by one', 'ab1', keys('a', 'b', '1')],
  ['characters beyond the first plane whole', 'é😀', keys('é', '😀')],
  ['arrows apart', '\x1b[A\x1b[A', keys('\x1b[A', '\x1b[A')],
  ['keys with modifiers', '\x1b[1;5C', keys('\x1b[1;5C')],
  ['SS3 keys', '\x1bOA', keys('\x1bOA')],
  ['keys of the Linux console', '\x1b[[A', keys('\x1b[[A')],
  ['Alt and a letter', '\x1bx', keys('\x1bx')],
  ['Alt and an arrow', '\x1b\x1b[A', keys('\x1b\x1b[A')],
  ['a paste', '\x1b[200~one\ntwo\x1b[201~q', [{ type: 'paste', text: 'one\ntwo' }, ...keys('q')]],
  ['an empty paste', '\x1b[200~\x1b[201~', [{ type: 'paste', text: '' }]],
  ['keys that are pasted as text', '\x1b[200~\x1b[A\x1b[201~', [{ type: 'paste', text: '\x1b[A' }]],
  ['the end of a paste that never began as nothing', '\x1b[201~a', keys('a')],
  ['no SGR mouse reports', '\x1b[<0;10;5Ma\x1b[<0;10;5m', keys('a')],
  ['no X10 mouse reports', '\x1b[M !!a', keys('a')],
])('gives %s', (_what, input, events) => {
  expect(new InputParser().push(input)).toEqual(events);
});

it.each(['\x1b[200~/a b.png\x1b[201~x\x1b[Ay', '\x1b[<0;1;2M\x1b[1;5Dz', 'a\x1b[M !!\x1bOBb'])(
  'gives the same for %j however it is cut',
  (input) => {
    const whole = new InputParser().push(input);
    for (let at = 1; at < input.length; at += 1) {
      const parser = new InputParser();
      expect([...parser.push(input.slice(0, at)), ...parser.push(input.slice(at))]).toEqual(whole);
    }
  },
);

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
