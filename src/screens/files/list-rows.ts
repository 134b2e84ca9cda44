import type { FolderFacts } from '../../state/file-browser-facts.js';
import { isHidden } from '../../state/file-browser-folder.js';
import { type BrowserRow, namesNothing, type Purpose } from '../../state/file-browser-rows.js';
import type { FileBrowserState } from '../../state/file-browser-state.js';
import { looksLikeSamples } from '../../state/sample-files.js';
import { cellWidth } from '../../ui/cells.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, Span } from '../../ui/rows.js';
import { joinColumns, rowText, span } from '../../ui/rows.js';
import { shortName } from './file-names.js';
import type { ListWindow } from './list-window.js';
import { numbered } from './numbered.js';

/** Cells at the left of a row for its mark. */
export const markWidth = 3;

export interface ListOptions {
  purpose: Purpose;
  window: ListWindow;
  width: number;
  glyphs: Glyphs;
}

/** The rows of the window; the one that is looked at is inverse. */
export function listRows(state: FileBrowserState, options: ListOptions): Row[] {
  const { rows, place } = state;
  if (rows.length === 0) return [[span(whyNoRows(state), 'dim')]];
  const { from, to } = options.window;
  return rows.slice(from, to).map((row, index) => {
    const line = listRow(row, state, options);
    return from + index === place ? [span(rowText(line), 'selected')] : line;
  });
}

function whyNoRows({ entries, typed, busy, problem }: FileBrowserState): string {
  if (busy === 'listing' || problem !== undefined) return '';
  if (entries.length === 0) return 'empty';
  if (entries.every(isHidden) && namesNothing(typed)) {
    return 'only hidden files: type a dot to see them';
  }
  return 'nothing here goes with what is typed';
}

function listRow(
  row: BrowserRow,
  { marked, facts, listed }: FileBrowserState,
  { purpose, width, glyphs }: ListOptions,
): Row {
  const about = facts.get(row.kind === 'use' ? listed : 'path' in row ? row.path : '');
  const isMarked = 'path' in row && marked.includes(row.path);
  const isData = purpose === 'dataset' && hasClasses(row, about);
  const mark = isMarked ? span(glyphs.check, 'good') : span(isData ? glyphs.dot : '', 'accent');
  const note = rowNote(row, about, purpose);
  const noteWidth = Math.min(cellWidth(note), Math.floor((width - markWidth) / 2));
  const nameWidth = width - markWidth - noteWidth - 1;
  const { text, tone } = rowName(row, purpose);
  return joinColumns(
    [
      { row: [mark], width: markWidth },
      { row: [span(shortName(text, nameWidth, glyphs.ellipsis), tone)], width: nameWidth },
      { row: '', width: 1 },
      { row: [span(note, 'dim')], width: noteWidth, align: 'right' },
    ],
    0,
  );
}

function rowName(row: BrowserRow, purpose: Purpose): Span {
  switch (row.kind) {
    case 'up':
      return span('..', 'dim');
    case 'all':
      return span(`read all ${numbered(row.paths.length, 'picture')} here`, 'accent');
    case 'use':
      return span('use this folder', 'accent');
    case 'word':
      return span(row.word, 'strong');
    case 'folder':
      return span(`${row.name}/`, 'strong');
    default:
      return span(row.name, isOutside(row.name, purpose) ? 'dim' : 'plain');
  }
}

/** Whether a file is shown for orientation alone: nothing can be trained on it. */
function isOutside(name: string, purpose: Purpose): boolean {
  return purpose === 'dataset' && !looksLikeSamples(name);
}

function rowNote(row: BrowserRow, about: FolderFacts | undefined, purpose: Purpose): string {
  if (row.kind === 'word') return 'comes with the program';
  if (!about || (row.kind !== 'folder' && row.kind !== 'use')) return '';
  if ('problem' in about) return 'cannot be read';
  const { perClass, pictures, folders } = about;
  const samples = perClass?.reduce((sum, number) => sum + number, 0);
  if (purpose === 'dataset' && samples !== undefined) return numbered(samples, 'picture');
  if (pictures > 0) return numbered(pictures, 'picture');
  return folders > 0 ? numbered(folders, 'folder') : '';
}

function hasClasses(row: BrowserRow, about: FolderFacts | undefined): boolean {
  if (row.kind === 'word' || row.kind === 'use') return true;
  return row.kind === 'folder' && about !== undefined && 'perClass' in about;
}
