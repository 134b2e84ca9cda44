import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../core/problem.js';
import { writeFileWhole } from '../files/write-whole.js';
import { csvTables } from './csv-tables.js';
import { requireOwnPage, requireOwnTable } from './own-files.js';
import type { ReportData } from './report-data.js';
import { reportHtml } from './report-html.js';

export interface ReportPlace {
  /** The page. */
  file: string;
  /** Folder of the tables; none are written where it is left out. */
  tables?: string;
  /** What becomes of files in the way that are none of ours. */
  others: 'keep' | 'replace';
  /** What helps where something is in the way of the page, of a table, or of the tables' folder. */
  remedies: { page: string; table: string; folder: string };
}

export interface WrittenReport {
  file: string;
  tables: string[];
  /** Of the page. */
  bytes: number;
}

/** @throws Problem where the page cannot be written there: to be asked before the work is done */
export async function requirePlace({ file, tables, others, remedies }: ReportPlace): Promise<void> {
  if (tables !== undefined) await requireFolder(tables, remedies.folder);
  if (others === 'keep') await requireOwnPage(file, remedies.page);
}

/** Writes the page, and its tables; files of ours that are there are replaced. */
export async function writeReport(data: ReportData, place: ReportPlace): Promise<WrittenReport> {
  const { file, tables: folder, others, remedies } = place;
  const page = reportHtml(data);
  const tables = folder === undefined ? [] : Object.entries(csvTables(data));
  const files = tables.map(([table, text]) => ({ path: join(folder ?? '', table), text }));
  if (others === 'keep') {
    for (const { path, text } of files) await requireOwnTable(path, text, remedies.table);
  }
  for (const { path, text } of [...files, { path: file, text: page }]) await write(path, text);
  return { file, tables: files.map(({ path }) => path), bytes: Buffer.byteLength(page) };
}

async function requireFolder(folder: string, remedy: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Problem(`${folder} is a file`, { remedy });
}

async function write(file: string, text: string): Promise<void> {
  await writeFileWhole(file, text).catch((cause) => {
    throw new Problem(`${file} could not be written`, {
      remedy: 'make room there, or name another place that may be written to',
      cause,
    });
  });
}
