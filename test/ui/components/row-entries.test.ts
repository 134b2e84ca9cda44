import { describe, expect, it } from 'vitest';
import { footerEntries } from '../../../src/ui/components/footer.js';
import { entriesRow, entryAt, type RowEntry } from '../../../src/ui/components/row-entries.js';
import { rowWindow } from '../../../src/ui/components/row-window.js';
import { tabEntries } from '../../../src/ui/components/tabs.js';
import { footerKeys } from '../../../src/ui/keys/keys.js';
import { rowText, span } from '../../../src/ui/rows.js';

const text = (entries: readonly RowEntry<unknown>[]) => rowText(entriesRow(entries));

it('finds an entry by the cells that it takes', () => {
  const entries = [
    { row: ' ' },
    { row: [span('七', 'good'), 'x'], value: 'one' },
    { row: '  ' },
    { row: 'b', value: 'two' },
  ];
  const found = [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((column) => entryAt(entries, column));
  const nothing = undefined;
  expect(found).toEqual([nothing, nothing, 'one', 'one', 'one', nothing, nothing, 'two', nothing]);
});

describe('the line of tabs', () => {
  const entries = (width: number, status = '') => tabEntries({ screen: 'training', status, width });

  it('shows the screens with their keys', () => {
    expect(text(entries(100))).toBe(
      ' Digitscope   1 Home  2 Training  3 Recognition  4 Live Demo  5 Analytics  6 About  7 Models ',
    );
    expect(text(entries(90))).toBe(
      ' Digitscope   1 Home 2 Training 3 Recognition 4 Live Demo 5 Analytics 6 About 7 Models',
    );
    expect(text(entries(80))).toBe(
      ' 1 Home 2 Training 3 Recognition 4 Live Demo 5 Analytics 6 About 7 Models',
    );
  });

  it('has each key where its tab is drawn, whatever gives way', () => {
    for (const [width, status] of [
      [120, 'epoch 7/20'],
      [70, 'epoch 7/20 and more'],
      [50, 'epoch 7/20 and more'],
    ] as const) {
      const line = text(entries(width, status));
      expect(entryAt(entries(width, status), line.indexOf('3'))).toBe('3');
      expect(entryAt(entries(width, status), line.indexOf('Training'))).toBe('2');
      expect(entryAt(entries(width, status), line.indexOf('epoch'))).toBeUndefined();
    }
  });

  it('makes room for a status: first of spaces, then of the name, then of the last titles', () => {
    const status = 'host lost: trying again';
    expect(text(entries(120, status))).toMatch(
      /^ Digitscope .* 7 Models {4}host lost: trying again$/,
    );
    expect(text(entries(80, 'host lost'))).toBe(
      ' 1 Home 2 Training 3 Recognition 4 Live Demo 5 Analytics 6 About 7    host lost',
    );
    expect(text(entries(80, status))).toBe(
      ' 1 Home 2 Training 3 Recognition 4 Live Demo 5 6 7      host lost: trying again',
    );
    expect(text(entries(34, status))).toBe(' 1 Home 2 Training 3 4 5 6 7');
  });
});

describe('the footer', () => {
  const entries = (width: number) =>
    footerEntries({ keys: footerKeys('training-form', {}, 'unicode'), width });

  it('keeps the first keys of the table, and help and leave', () => {
    expect(text(entries(100))).toBe(
      ' r run  Enter edit  o choose data  d look at the data  → next value  ? help  q leave',
    );
    expect(text(entries(80))).toBe(
      ' r run  Enter edit  o choose data  d look at the data  ? help  q leave',
    );
    expect(text(entries(25))).toBe(' r run  ? help  q leave');
    expect(text(entries(10))).toBe(' ? help  q leave');
  });

  it('has each key where it is drawn', () => {
    const line = text(entries(80));
    expect(entryAt(entries(80), line.indexOf('choose data'))).toBe('o');
    expect(entryAt(entries(80), line.indexOf('Enter'))).toBe('enter');
    expect(entryAt(entries(80), line.indexOf('o choose') - 1)).toBeUndefined();
    expect(entryAt(entries(80), line.length)).toBeUndefined();
  });

  it('shows a notice in the place of the keys', () => {
    const line = footerEntries({ keys: [], notice: span('it has ended', 'warning'), width: 80 });
    expect(text(line)).toBe(' it has ended');
    expect(entryAt(line, 3)).toBeUndefined();
  });
});

it.each([
  [5, 2, 10, { from: 0, to: 5 }],
  [20, 0, 5, { from: 0, to: 5 }],
  [20, 10, 5, { from: 8, to: 13 }],
  [20, 19, 5, { from: 15, to: 20 }],
  [0, 0, 5, { from: 0, to: 0 }],
  [3, 1, 0, { from: 1, to: 1 }],
])('of %i rows, %i looked at, %i shown are %j', (count, place, height, expected) => {
  expect(rowWindow({ count, place, height })).toEqual(expected);
});
