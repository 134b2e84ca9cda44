import { expect, it } from 'vitest';
import { wrapWords } from '../../src/screens/wrap-words.js';

it.each([
  ['one two three', 7, ['one two', 'three']],
  ['one', 7, ['one']],
  ['', 7, ['']],
  ['see /a/long/path now', 6, ['see', '/a/lon', 'g/path', 'now']],
  ['七七七', 4, ['七七', '七']],
  ['it falls to 0.5 % then', 15, ['it falls to', '0.5 % then']],
  ['ab', 0, ['a', 'b']],
])('%s in %i cells is %j', (text, width, lines) => {
  expect(wrapWords(text, width)).toEqual(lines);
});
