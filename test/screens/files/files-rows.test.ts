import { describe, expect, it } from 'vitest';
import { shortName } from '../../../src/screens/files/file-names.js';
import { folderNote, newsRow, typedRow } from '../../../src/screens/files/line-rows.js';
import { listRows } from '../../../src/screens/files/list-rows.js';
import { placeRows, placeWindow } from '../../../src/screens/files/place-rows.js';
import { folderRows, pictureFacts } from '../../../src/screens/files/preview-rows.js';
import type { FolderEntry } from '../../../src/state/file-browser-folder.js';
import type { BrowserRow, Purpose } from '../../../src/state/file-browser-rows.js';
import { type FileBrowserState, unlisted } from '../../../src/state/file-browser-state.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import type { RowLike } from '../../../src/ui/rows.js';
import { rowText } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const text = (rows: readonly RowLike[]) => rows.map((row) => rowText(row).trimEnd());

function entry(kind: FolderEntry['kind'], name: string): FolderEntry {
  return { kind, name, path: `/here/${name}` };
}

const rows: BrowserRow[] = [
  { kind: 'up', path: '/' },
  entry('folder', 'digits'),
  entry('folder', 'more'),
  entry('picture', 'a.png'),
];

function stateWith(changes: Partial<FileBrowserState> = {}): FileBrowserState {
  return {
    ...unlisted,
    folder: '/here',
    listed: '/here',
    facts: new Map([
      ['/here/digits', { folders: 10, pictures: 0, others: 0, perClass: Array(10).fill(120) }],
      ['/here/more', { folders: 0, pictures: 1, others: 4 }],
    ]),
    typed: '',
    rows,
    picture: undefined,
    marked: [],
    problem: undefined,
    places: [],
    ...changes,
  };
}

describe('the list', () => {
  const list = (purpose: Purpose, changes: Partial<FileBrowserState> = {}) =>
    listRows(stateWith(changes), { purpose, window: { from: 0, to: 9 }, width: 34, glyphs });

  it('says what is in folders, and what is marked', () => {
    expect(text(list('pictures', { marked: ['/here/more', '/here/a.png'] }))).toEqual([
      '   ..',
      '   digits/              10 folders',
      '✓  more/                 1 picture',
      '✓  a.png',
    ]);
  });

  it('marks what looks like a dataset; what is no folder is dim', () => {
    const shown = list('dataset', {
      rows: [{ kind: 'use', path: '/here/digits' }, ...rows],
      listed: '/here/digits',
    });
    expect(text(shown)).toEqual([
      '●  use this folder  1,200 pictures',
      '   ..',
      '●  digits/          1,200 pictures',
      '   more/                 1 picture',
      '   a.png',
    ]);
    expect(shown[4].find((piece) => piece.text.startsWith('a.png'))?.tone).toBe('dim');
  });

  it('has the row that is looked at inverse, and draws those of the window alone', () => {
    const window = { from: 1, to: 3 };
    const shown = listRows(stateWith({ place: 2 }), {
      purpose: 'pictures',
      window,
      width: 34,
      glyphs,
    });
    expect(shown.map(([first]) => first.tone === 'selected')).toEqual([false, true]);
  });

  it.each<[string, Partial<FileBrowserState>]>([
    ['', { busy: 'listing' }],
    ['', { problem: 'gone is not there' }],
    ['empty', { entries: [] }],
    ['only hidden files: type a dot to see them', { entries: [entry('folder', '.git')] }],
    [
      'nothing here goes with what is typed',
      { entries: rows.filter((row) => 'name' in row), typed: 'x' },
    ],
  ])('that is empty says %j', (expected, changes) => {
    const options = { purpose: 'pictures', window: { from: 0, to: 0 }, width: 50, glyphs } as const;
    expect(text(listRows(stateWith({ ...changes, rows: [] }), options))).toEqual([expected]);
  });
});

describe('a long name', () => {
  it('keeps its start and its end', () => {
    expect(shortName('scan-of-the-year-2041-0007.png', 18, '…')).toBe('scan-of-the-…7.png');
    expect(shortName('漢字漢字漢字漢字.png', 12, '…')).toBe('漢字漢字…png');
    expect(shortName('line\nbreak.png', 40, '…')).toBe('line break.png');
  });
});

describe('the lines above and below', () => {
  const news = (changes: Partial<FileBrowserState>, purpose: Purpose = 'pictures') =>
    rowText(newsRow(stateWith(changes), { purpose, glyphs })).trimEnd();

  it('say what is typed by its end', () => {
    const options = { width: 14, glyphs, home: '/home/me' };
    expect(rowText(typedRow({ typed: '/home/me/pictures/s' }, options))).toBe(' …pictures/s ');
    expect(rowText(typedRow({ typed: '' }, options))).toContain('type to filter');
  });

  it('say what went wrong, before what is marked, before what is found', () => {
    const marked = ['/here/a.png', '/there/b.png'];
    expect(news({ problem: 'it broke', marked })).toBe(' ✗ it broke');
    expect(news({ marked, typed: 'a' })).toBe(
      ' ✓ Enter reads 2 marked, 1 of them in other folders',
    );
    expect(news({ typed: 'a' })).toBe(' 3 names go with it');
    expect(news({})).toBe('');
    expect(news({}, 'dataset')).toMatch(/^ ● holds folders 0 to 9: Enter takes it/);
  });

  it('count what is in the folder', () => {
    const entries = [
      ...rows.filter((row) => 'name' in row),
      entry('other', 'x'),
      entry('picture', '.b.png'),
    ];
    expect(folderNote({ entries, busy: 'nothing' }, 'pictures')).toBe('1 picture, 2 folders');
    expect(folderNote({ entries, busy: 'counting' }, 'dataset')).toBe(
      '1 picture, 2 folders, 1 other file, counting',
    );
    expect(folderNote({ entries, busy: 'listing' }, 'pictures')).toBe('listing');
    expect(folderNote({ entries: [], busy: 'nothing' }, 'pictures')).toBe('empty');
  });
});

describe('the places', () => {
  const places = ['/a', '/b', '/c', '/d'].map((folder) => ({ name: folder, folder }));

  it('have a mark where one is, and stay in sight', () => {
    const state = { places, folder: '/d' };
    const window = placeWindow(state, 2);
    const options = { window, width: 20, glyphs, home: '/home/me' };
    expect(text(placeRows(state, options))).toEqual(['  /c', '› /d']);
    expect(placeWindow({ places, folder: '/elsewhere' }, 2)).toEqual({ from: 0, to: 2 });
  });
});

describe('the preview', () => {
  const options = { width: 24, glyphs };

  it('says the size of a picture', () => {
    const preview = {
      file: '/a',
      status: 'ready',
      key: '',
      png: Buffer.alloc(0),
      width: 3024,
      height: 4032,
    } as const;
    const picture = { path: '/a', preview, bytes: 2_500_000 };
    expect(rowText(pictureFacts(picture))).toBe('3024x4032, 2.4 MB');
    expect(rowText(pictureFacts({ ...picture, bytes: undefined }))).toBe('3024x4032');
  });

  it('counts what is in a folder', () => {
    const facts = { pictures: 1200, folders: 1, others: 0 };
    expect(text(folderRows(facts, options))).toEqual(['1,200 pictures', '    1 folder']);
    expect(text(folderRows({ pictures: 0, folders: 0, others: 0 }, options))).toEqual(['empty']);
  });

  it('shows the digits of a dataset in eleven rows', () => {
    const perClass = [10, 10, 10, 10, 10, 10, 10, 20, 10, 0];
    const shown = text(folderRows({ pictures: 0, folders: 10, others: 0, perClass }, options));
    expect(shown).toHaveLength(11);
    expect(shown[0]).toBe('100 pictures of digits');
    expect(shown[8]).toMatch(/^7 ▄+ +20 {2}20\.0 %$/);
    expect(shown[10]).toMatch(/^9 +0 {3}0\.0 %!$/);
  });

  it('says why a folder cannot be read', () => {
    expect(text(folderRows({ problem: 'old may not be read: choose another' }, options))).toEqual([
      '✗ old may not be read:',
      'choose another',
    ]);
  });
});
