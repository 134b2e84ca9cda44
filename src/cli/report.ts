import { resolveUserPath } from '../files/user-path.js';
import { toHostSource } from '../host/source.js';
import { collectReport } from '../report/collect-report.js';
import { type ReportPlace, requirePlace, writeReport } from '../report/write-report.js';
import { bytes } from '../ui/format.js';
import type { CommandContext } from './context.js';

export interface ReportOptions {
  out: string;
  csv?: string;
  data?: string;
  model?: string;
  force?: true;
}

/** Writes what is known of a run, or of a model without one, as a page and as tables. */
export async function report(
  { workspace, engine, output, interrupted, connect }: CommandContext,
  name: string,
  { out, csv, data: source, model, force }: ReportOptions,
): Promise<undefined> {
  const place: ReportPlace = {
    file: resolveUserPath(out),
    tables: csv === undefined ? undefined : resolveUserPath(csv),
    others: force ? 'replace' : 'keep',
    remedies: {
      page: 'name another place with --out, or replace it with --force',
      table: 'name another place with --csv, or replace it with --force',
      folder: 'name a folder for the tables with --csv',
    },
  };
  await requirePlace(place);
  const data = await collectReport(await connect(), name, {
    data: source === undefined ? undefined : toHostSource(source, workspace),
    model,
    engine,
    signal: interrupted,
    onProgress: ({ phase, done, total }) =>
      output.progress(`${phase === 'load' ? 'loading' : 'scoring'} ${done} of ${total}`),
  });
  const written = await writeReport(data, place);
  for (const sentence of data.missing) output.remark(`missing: ${sentence}`);
  for (const note of data.notes) output.remark(note);
  const tables = csv === undefined ? '' : `, and ${written.tables.length} tables in ${csv}`;
  output.result({ ...written, missing: data.missing }, `${out}: ${bytes(written.bytes)}${tables}`);
}
