import { describe, expect, it } from 'vitest';
import { cellWidth, cut, padTo, printable } from '../../src/ui/cells.js';
import { fitEnd, fitRow, joinColumns, rowText, span } from '../../src/ui/rows.js';

it.each([
  ['abc', 3],
  ['', 0],
  ['é', 1],
  ['e\u0301', 1],
  ['七', 2],
  ['한글', 4],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['⠿█▌░', 4],
  ['▲●★', 3],
])('%s is %i cells wide', (text, width) => {
  expect(cellWidth(text)).toBe(width);
});

it.each([
  ['seven.png', 9, 'seven.png'],
  ['seven.png', 6, 'seven…'],
  ['七七七', 4, '七…'],
  ['seven', 1, '…'],
  ['seven', 0, ''],
])('%s in %i cells is %s', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected);
});

it('keeps the end of a path', () => {
  expect(fitEnd('/home/me/seven.png', 10)).toBe('…seven.png');
  expect(fitEnd('a', 3)).toBe('a  ');
});

it('aligns text', () => {
  expect(padTo('7', 3)).toBe('7  ');
  expect(padTo('7', 3, 'right')).toBe('  7');
  expect(padTo('七', 3)).toBe('七 ');
  expect(padTo('seven', 3)).toBe('seven');
});

it('lets no file name send escape codes', () => {
  expect(printable('a\x1b[31m\r\nb\x9b')).toBe('a [31m b ');
  expect(rowText(fitRow('\x1b]0;x\x07', 8))).toBe(' ]0;x   ');
});

describe('a fitted row', () => {
  it.each([
    [['ab', span('cd', 'bad')], 6, 'abcd  '],
    [['ab', span('cd', 'bad')], 4, 'abcd'],
    [['ab', span('cd', 'bad')], 3, 'ab…'],
    [['ab', span('cd', 'bad')], 2, 'a…'],
    [['ab', ''], 2, 'ab'],
    [['七', '七'], 3, '七…'],
    [['ab'], 0, ''],
  ])('%j in %i cells is "%s"', (row, width, expected) => {
    expect(rowText(fitRow(row, width))).toBe(expected);
  });

  it('keeps the tone of each piece', () => {
    expect(fitRow(['a', span('b', 'good')], 3)).toEqual([
      { text: 'a', tone: 'plain' },
      { text: 'b', tone: 'good' },
      { text: ' ', tone: 'plain' },
    ]);
  });
});

it('joins cells to a line of a table', () => {
  const row = joinColumns([
    { row: 'seven.png', width: 6 },
    { row: '7', width: 3, align: 'right' },
    { row: [span('High', 'good')], width: 6 },
  ]);
  expect(rowText(row)).toBe('seven…    7  High  ');
});
