import { expect, it } from 'vitest';
import { helpRows } from '../../../src/ui/components/help-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import type { HelpGroup } from '../../../src/ui/keys/keys.js';
import { rowText } from '../../../src/ui/rows.js';

const groups: HelpGroup[] = [
  {
    title: 'Recognition',
    rows: [
      { action: 'open-files', shown: 'o', words: 'open', reason: undefined },
      { action: 'next-picture', shown: '→ n l', words: 'next picture', reason: 'only one' },
    ],
  },
  {
    title: 'Everywhere',
    rows: [{ action: 'leave', shown: 'q Ctrl-C', words: 'leave', reason: undefined }],
  },
];

const glyphs = glyphsFor('unicode');

const text = (width: number, filter = '') =>
  helpRows(groups, { filter, width, glyphs }).map((row) => rowText(row).trimEnd());

it('has the groups below each other, each in columns of its own', () => {
  expect(text(40)).toEqual([
    'Recognition',
    'o      open',
    '→ n l  next picture: only one',
    '',
    'Everywhere',
    'q Ctrl-C  leave',
  ]);
});

it('has them beside each other where there is room', () => {
  expect(text(100)).toEqual([
    `${'Recognition'.padEnd(52)}Everywhere`,
    `${'o      open'.padEnd(52)}q Ctrl-C  leave`,
    '→ n l  next picture: only one',
  ]);
});

it('says a long reason in a line of its own', () => {
  expect(text(28).slice(1, 4)).toEqual(['o      open', '→ n l  next picture:', '       only one']);
});

it('cuts what is too long for its column, with the sign for it', () => {
  const rows = helpRows(groups, { filter: 'next', width: 12, glyphs: glyphsFor('ascii') });
  expect(rows.map(rowText)).toEqual(['Recognition ', '→ n l  next~', '       only~']);
});

it('shows the keys that are searched for, by what they do or by their name', () => {
  expect(text(40, 'NEXT')).toEqual(['Recognition', '→ n l  next picture: only one']);
  expect(text(40, 'ctrl')).toEqual(['Everywhere', 'q Ctrl-C  leave']);
  expect(text(40, 'xyzzy')).toEqual(['no key does that here']);
});

it('is as wide as it is asked to be', () => {
  for (const width of [28, 40, 100]) {
    for (const row of helpRows(groups, { filter: '', width, glyphs })) {
      expect([...rowText(row)]).toHaveLength(width);
    }
  }
});
