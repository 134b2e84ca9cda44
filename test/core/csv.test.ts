import { expect, it } from 'vitest';
import { csvText } from '../../src/core/csv.js';

it.each([
  [
    [
      ['a', 'b'],
      ['1', ''],
    ],
    'a,b\r\n1,\r\n',
  ],
  [[['my, "seven"', 'two\nlines']], '"my, ""seven""","two\nlines"\r\n'],
  [[], ''],
])('%j', (rows, text) => {
  expect(csvText(rows)).toBe(text);
});
