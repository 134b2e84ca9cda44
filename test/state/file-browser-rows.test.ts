import { describe, expect, it } from 'vitest';
import type { FolderEntry } from '../../src/state/file-browser-folder.js';
import {
  browserRows,
  choosable,
  completedPath,
  namesNothing,
  type Purpose,
  typedPath,
} from '../../src/state/file-browser-rows.js';

const entries = [
  entry('folder', '.config'),
  entry('folder', 'Photos'),
  entry('folder', 'photos of June'),
  entry('picture', 'a.png'),
  entry('picture', 'b.png'),
  entry('other', 'notes.txt'),
];

function entry(kind: FolderEntry['kind'], name: string): FolderEntry {
  return { kind, name, path: `/here/${name}` };
}

describe('a typed text', () => {
  const where = { folder: '/here', home: '/home/me' };
  it.each([
    ['photos', undefined],
    ['~backup', undefined],
    ['.', undefined],
    ['~', { folder: '/home/me', start: '' }],
    ['~/', { folder: '/home/me', start: '' }],
    ['~/My Pictures/se', { folder: '/home/me/My Pictures', start: 'se' }],
    ['../a', { folder: '/', start: 'a' }],
    ['/', { folder: '/', start: '' }],
    ['/etc//pass', { folder: '/etc', start: 'pass' }],
    ['a\\b', undefined],
  ])('%j means %j', (typed, expected) => {
    expect(typedPath(typed, where)).toEqual(expected);
  });

  it.each([
    ['', true],
    ['~', true],
    ['/tmp/', true],
    ['/tmp/a', false],
    ['a', false],
  ])('%j names nothing yet: %s', (typed, expected) => {
    expect(namesNothing(typed)).toBe(expected);
  });
});

describe('the rows', () => {
  const names = (purpose: Purpose, options: { filter?: string; start?: string } = {}) =>
    browserRows(entries, {
      purpose,
      folder: '/here',
      filter: options.filter ?? '',
      start: options.start,
    }).map((row) => ('name' in row ? row.name : 'word' in row ? `(${row.word})` : `(${row.kind})`));

  it('are what can be read, or the folders and the rest', () => {
    const folders = ['Photos', 'photos of June'];
    expect(names('pictures')).toEqual(['(up)', '(all)', ...folders, 'a.png', 'b.png']);
    expect(names('dataset')).toEqual(['(up)', ...folders, 'a.png', 'b.png', 'notes.txt']);
  });

  it('have no way up from the root', () => {
    const rows = browserRows([], {
      purpose: 'pictures',
      folder: '/',
      filter: '',
      start: undefined,
    });
    expect(rows).toEqual([]);
  });

  it('find an accent however it is written', () => {
    const rows = browserRows([entry('picture', 'u\u0308ben.png')], {
      purpose: 'pictures',
      folder: '/here',
      filter: '\u00fcb',
      start: undefined,
    });
    expect(rows).toHaveLength(1);
  });

  it('offer the words that a filter begins', () => {
    expect(names('dataset', { filter: 'mn' })).toEqual(['(mnist)', '(mnist:test)']);
    expect(names('pictures', { filter: 'mn' })).toEqual([]);
  });

  it('begin with the name that is typed in full', () => {
    expect(names('pictures', { start: 'photos of June' })).toEqual(['photos of June']);
    expect(names('pictures', { start: 'PHOTOS' })).toEqual(['Photos', 'photos of June']);
  });
});

describe('a completion', () => {
  it.each([
    ['~', '', '~/'],
    ['/here/a', 'a', '/here/a.png'],
    ['/here/', '', undefined],
    ['/here/p', 'p', '/here/photos'],
    ['/here/P', 'P', '/here/Photos'],
    ['/here/photos ', 'photos ', '/here/photos of June/'],
    ['/here/nothing', 'nothing', undefined],
    ['/here/.', '.', '/here/.config/'],
    ['/here/n', 'n', undefined],
  ])('of %j from %j is %j', (typed, start, expected) => {
    expect(completedPath(typed, start, choosable(entries, 'pictures'))).toBe(expected);
  });

  it('parts no character', () => {
    const fruit = [entry('picture', '🍎.png'), entry('picture', '🍏.png')];
    expect(completedPath('/here/', '', fruit)).toBeUndefined();
  });
});

it('offers any folder itself, and folders alone, where a folder is chosen', () => {
  const entries = [
    { kind: 'folder', name: 'in', path: '/a/in' },
    { kind: 'picture', name: 'x.png', path: '/a/x.png' },
  ] as const;
  const options = { purpose: 'folder', folder: '/a', filter: '', start: undefined } as const;
  expect(browserRows(entries, options)).toEqual([
    { kind: 'use', path: '/a' },
    { kind: 'up', path: '/' },
    entries[0],
  ]);
  expect(browserRows([], options)).toEqual([
    { kind: 'use', path: '/a' },
    { kind: 'up', path: '/' },
  ]);
  expect(choosable(entries, 'folder')).toEqual([entries[0]]);
});
