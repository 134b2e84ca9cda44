import { readFile } from 'node:fs/promises';
import { Problem } from '../core/problem.js';
import { reportMark } from './report-html.js';

/** A page of ours says so within its first lines. */
const headLength = 2000;

/** @throws Problem where something else than a report of ours is in the way */
export async function requireOwnPage(file: string, remedy: string): Promise<void> {
  const found = await textOf(file);
  if (found !== undefined && !found.slice(0, headLength).includes(reportMark)) {
    throw taken(file, 'no report of digitscope', remedy);
  }
}

/** @throws Problem where something else than such a table is in the way: ours have the same first line */
export async function requireOwnTable(file: string, table: string, remedy: string): Promise<void> {
  const found = await textOf(file);
  if (found !== undefined && firstLine(found) !== firstLine(table)) {
    throw taken(file, 'not such a table', remedy);
  }
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0];
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const what = code === 'EISDIR' ? 'is a folder' : 'is there and cannot be read';
    throw new Problem(`${file} ${what}`, { remedy: 'name another file', cause });
  }
}

function taken(file: string, what: string, remedy: string): Problem {
  return new Problem(`${file} is there and is ${what}`, { remedy });
}
