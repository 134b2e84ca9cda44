import { dirname } from 'node:path';
import { isHidden } from '../../state/file-browser-folder.js';
import { isModelFile, namesNothing, type Purpose } from '../../state/file-browser-rows.js';
import type { FileBrowserState } from '../../state/file-browser-state.js';
import { count } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { shortPath } from './file-names.js';
import { numbered } from './numbered.js';

interface PathOptions {
  width: number;
  glyphs: Glyphs;
  home: string;
}

/** The line that is typed into, with its cursor. */
export function typedRow(
  { typed }: Pick<FileBrowserState, 'typed'>,
  { width, glyphs, home }: PathOptions,
): Row {
  const cursor = span(' ', 'selected');
  if (typed === '') {
    return [span(' '), cursor, span(' type to filter, or type or paste a path', 'dim')];
  }
  const shown = shortPath(typed, { width: width - 3, home, ellipsis: glyphs.ellipsis });
  return [span(` ${shown}`), cursor];
}

/** What the listed folder holds: `12 pictures, 3 folders`. Other files only count where they are shown, or alone. */
export function folderNote(
  { entries, busy }: Pick<FileBrowserState, 'entries' | 'busy'>,
  purpose: Purpose,
): string {
  if (busy === 'listing') return 'listing';
  const shown = entries.filter((entry) => !isHidden(entry));
  const of = (kind: string) => shown.filter((entry) => entry.kind === kind).length;
  const [pictures, folders, others] = [of('picture'), of('folder'), of('other')];
  const models = purpose === 'model' ? shown.filter(({ name }) => isModelFile(name)).length : 0;
  const hasOthers = others > 0 && purpose !== 'model' && (purpose === 'dataset' || pictures === 0);
  const parts = [
    ...(models > 0 ? [numbered(models, 'model file')] : []),
    ...(pictures > 0 && purpose !== 'model' ? [numbered(pictures, 'picture')] : []),
    ...(folders > 0 ? [numbered(folders, 'folder')] : []),
    ...(hasOthers ? [numbered(others, 'other file')] : []),
    ...(busy === 'counting' ? ['counting'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'empty';
}

/** What went wrong, what is marked, or what there is to know of the rows. */
export function newsRow(
  { problem, marked, listed, rows, typed }: FileBrowserState,
  { purpose, glyphs }: { purpose: Purpose; glyphs: Glyphs },
): Row {
  if (problem !== undefined) return [span(` ${glyphs.cross} ${problem}`, 'bad')];
  if (marked.length > 0) {
    const elsewhere = marked.filter((path) => dirname(path) !== listed).length;
    return [
      span(` ${glyphs.check} Enter reads ${count(marked.length)} marked`, 'good'),
      span(elsewhere > 0 ? `, ${count(elsewhere)} of them in other folders` : '', 'dim'),
    ];
  }
  if (!namesNothing(typed)) {
    const found = rows.filter((row) => 'name' in row).length;
    return [span(` ${numbered(found, 'name')} ${found === 1 ? 'goes' : 'go'} with it`, 'dim')];
  }
  if (purpose === 'pictures') return [];
  if (purpose === 'model') {
    return [span(' Enter takes an .h5, a .keras, or the model.json of TensorFlow.js', 'dim')];
  }
  if (purpose === 'folder') {
    return [span(' Enter goes into a folder; "use this folder" takes the one that is open', 'dim')];
  }
  return [
    span(` ${glyphs.dot}`, 'accent'),
    span(' holds folders 0 to 9: Enter takes it; the word mnist is a source too', 'dim'),
  ];
}

/** The name of the listed folder, as long as its note leaves room for it. */
export function folderTitle({ listed }: FileBrowserState, { width, glyphs, home }: PathOptions) {
  return shortPath(listed, { width, home, ellipsis: glyphs.ellipsis });
}
