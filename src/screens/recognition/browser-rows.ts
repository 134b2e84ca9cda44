import type { BrowserRow } from '../../state/file-browser-rows.js';
import type { FileBrowserState } from '../../state/file-browser-store.js';
import { count } from '../../ui/format.js';
import type { Row, Span } from '../../ui/rows.js';
import { joinColumns, rowText, span } from '../../ui/rows.js';
import type { Glyphs } from '../../ui/theme.js';
import { shortPath } from './file-names.js';
import { rowWindow } from './row-window.js';

export interface BrowserRowsOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
  home: string;
}

/** The rows of the listed folder around the one that is looked at. */
export function browserList(
  { rows, place, marked, typed }: FileBrowserState,
  { width, height, glyphs }: BrowserRowsOptions,
): Row[] {
  if (rows.length === 0) {
    return [[span(typed === '' ? '' : 'nothing here goes with what is typed', 'dim')]];
  }
  const { from, to } = rowWindow({ count: rows.length, place, height });
  return rows.slice(from, to).map((row, index) => {
    const isMarked = 'name' in row && marked.includes(row.path);
    const line = browserLine(row, { mark: isMarked ? glyphs.check : '', width });
    return from + index === place ? [span(rowText(line), 'selected')] : line;
  });
}

/** What the listed folder holds: `12 pictures, 3 folders`. Other files only count where there is no picture. */
export function folderNote({ entries, others }: FileBrowserState): string {
  const pictures = entries.filter(({ kind }) => kind === 'picture').length;
  const folders = entries.length - pictures;
  const parts = [
    ...(pictures > 0 ? [numbered(pictures, 'picture')] : []),
    ...(folders > 0 ? [numbered(folders, 'folder')] : []),
    ...(others > 0 && pictures === 0 ? [numbered(others, 'other file')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'empty';
}

/** Places to go to, the one where the person is marked. */
export function placeRows(
  { places, folder }: FileBrowserState,
  { width, glyphs, home }: Omit<BrowserRowsOptions, 'height'>,
): Row[] {
  return places.map(({ name, folder: target }) => {
    const isHere = target === folder;
    const shown = shortPath(name, { width: width - 2, home, ellipsis: glyphs.ellipsis });
    return [
      span(isHere ? `${glyphs.pointer} ` : '  ', 'accent'),
      span(shown, isHere ? 'strong' : 'plain'),
    ];
  });
}

/** The line that is typed into, with its cursor. */
export function typedRow({ typed }: FileBrowserState, { width, glyphs, home }: BrowserRowsOptions) {
  const cursor = span(' ', 'selected');
  if (typed === '') {
    return [span(' '), cursor, span(' type to filter, or type or paste a path', 'dim')];
  }
  const shown = shortPath(typed, { width: width - 3, home, ellipsis: glyphs.ellipsis });
  return [span(` ${shown}`), cursor];
}

/** What the keys do here; or what went wrong. */
export function browserHint({ marked, typed, problem }: FileBrowserState, glyphs: Glyphs): Row {
  if (problem !== undefined) return [span(` ${glyphs.cross} ${problem}`, 'bad')];
  const isPath = typed.includes('/') || typed.startsWith('~');
  const keys: [string, string][] = [
    ['Enter', marked.length > 0 ? `reads the ${marked.length} marked` : 'opens'],
    ...(isPath ? [] : ([['Space', 'marks']] satisfies [string, string][])),
    [`${glyphs.left}${glyphs.right}`, 'out, in'],
    ['Tab', isPath ? 'completes' : 'next place'],
    ['Esc', 'closes'],
  ];
  return keys.flatMap(([key, words]): Span[] => [
    span(` ${key} `, 'accent'),
    span(`${words} `, 'dim'),
  ]);
}

function browserLine(row: BrowserRow, { mark, width }: { mark: string; width: number }): Row {
  const cell = (text: Span, note: string): Row =>
    joinColumns(
      [
        { row: [span(mark, 'good')], width: 2 },
        { row: [text], width: width - 2 - note.length },
        { row: [span(note, 'dim')], width: note.length },
      ],
      0,
    );
  switch (row.kind) {
    case 'up':
      return cell(span('..', 'dim'), '');
    case 'all':
      return cell(span(`read all ${numbered(row.paths.length, 'picture')} here`, 'accent'), '');
    case 'folder':
      return cell(
        span(`${row.name}/`, 'strong'),
        row.pictures ? numbered(row.pictures, 'picture') : '',
      );
    case 'picture':
      return cell(span(row.name), '');
  }
}

function numbered(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? '' : 's'}`;
}
