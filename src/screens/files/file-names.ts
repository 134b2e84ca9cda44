import { dirname, relative, sep } from 'node:path';
import { cellWidth, cut, printable } from '../../ui/cells.js';

/** The folder that holds all files, directly or below; undefined where there is none. */
export function commonFolder(files: readonly string[]): string | undefined {
  const [first] = files;
  if (first === undefined) return undefined;
  let folder = dirname(first);
  for (const file of files) {
    while (!holds(folder, file)) {
      const parent = dirname(folder);
      if (parent === folder) return undefined;
      folder = parent;
    }
  }
  return folder;
}

/** A file's name as a table shows it: from `folder` on. */
export function nameWithin(file: string, folder: string | undefined): string {
  return folder === undefined ? file : relative(folder, file) || file;
}

/** A path that is known by its end, in at most `width` cells; `~` for the home folder. */
export function shortPath(
  path: string,
  { width, home, ellipsis }: { width: number; home: string; ellipsis: string },
): string {
  const short = path === home || path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
  return cut(printable(short), width, { keep: 'end', ellipsis });
}

/** A name in at most `width` cells: what tells long names apart is as often at their end as at their start. */
export function shortName(name: string, width: number, ellipsis: string): string {
  const text = printable(name);
  if (cellWidth(text) <= width) return text;
  const end = cut(text, Math.floor(width / 3), { keep: 'end', ellipsis });
  return cut(text, width - cellWidth(end), { ellipsis: '' }) + end;
}

function holds(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
