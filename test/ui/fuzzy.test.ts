import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from '../../src/ui/fuzzy.js';

const at = (query: string, text: string) => fuzzyMatch(query, text)?.at;
const score = (query: string, text: string) => fuzzyMatch(query, text)?.score ?? Number.NaN;

it.each([
  ['thl', 'Theme: light', [0, 1, 7]],
  ['TL', 'Theme: light', [0, 7]],
  ['theme light', 'Theme: light', [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]],
  ['', 'Theme', []],
  ['é', 'Café', [3]],
  ['b', '😀b', [1]],
])('the letters of "%s" in "%s" are at %j', (query, text, expected) => {
  expect(at(query, text)).toEqual(expected);
});

it.each([
  ['lt', 'Theme: dark'],
  ['ee', 'e'],
  ['a', ''],
])('"%s" is not in "%s"', (query, text) => {
  expect(fuzzyMatch(query, text)).toBeUndefined();
});

describe('what wins', () => {
  it('is the start of a word before its middle', () => {
    expect(at('o', 'stop or go')).toEqual([5]);
    expect(score('m', 'Model')).toBeGreaterThan(score('m', 'Home'));
  });

  it('is a run before letters here and there', () => {
    expect(at('mod', 'my old model')).toEqual([7, 8, 9]);
    expect(score('ead', 'Read')).toBeGreaterThan(score('ead', 'Then hard'));
  });

  it('is the run that begins a word before the same run inside one', () => {
    expect(at('art', 'start art')).toEqual([6, 7, 8]);
  });
});

it('is quick with a long text of the same letter', () => {
  expect(at('a'.repeat(20), 'a'.repeat(200))).toEqual(Array.from({ length: 20 }, (_, i) => i));
});
