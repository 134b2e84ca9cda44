import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import { writeFileWhole } from '../files/write-whole.js';
import { csvTables } from '../report/csv-tables.js';
import { reportHtml } from '../report/report-html.js';
import { bytes } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { collectReport } from './report-data.js';
import { requireOwnPage, requireOwnTable } from './report-files.js';

export interface ReportOptions {
  out: string;
  csv?: string;
  data?: string;
  model?: string;
  force?: true;
}

/** Writes what is known of a run, or of a model without one, as a page and as tables. */
export async function report(
  context: CommandContext,
  name: string,
  { out, csv, force, ...asked }: ReportOptions,
): Promise<undefined> {
  const file = resolveUserPath(out);
  const folder = csv === undefined ? undefined : resolveUserPath(csv);
  if (folder !== undefined) await requireFolder(folder);
  if (!force) await requireOwnPage(file);
  const data = await collectReport(context, name, asked);
  const page = reportHtml(data);
  const tables = folder === undefined ? [] : Object.entries(csvTables(data));
  const files = tables.map(([table, text]) => ({ path: join(folder ?? '', table), text }));
  if (!force) for (const table of files) await requireOwnTable(table.path, table.text);
  for (const { path, text } of [...files, { path: file, text: page }]) await write(path, text);

  const { output } = context;
  for (const sentence of data.missing) output.remark(`missing: ${sentence}`);
  for (const note of data.notes) output.remark(note);
  const size = Buffer.byteLength(page);
  output.result(
    { file, tables: files.map(({ path }) => path), bytes: size, missing: data.missing },
    `${out}: ${bytes(size)}${csv === undefined ? '' : `, and ${files.length} tables in ${csv}`}`,
  );
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) {
    throw new Problem(`${folder} is a file`, { remedy: 'name a folder for the tables with --csv' });
  }
}

async function write(file: string, text: string): Promise<void> {
  await writeFileWhole(file, text).catch((cause) => {
    throw new Problem(`${file} could not be written`, {
      remedy: 'make room there, or name another place that may be written to',
      cause,
    });
  });
}
