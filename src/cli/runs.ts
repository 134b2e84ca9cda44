import type { HostClient } from '../host/client.js';
import type { RunSummary } from '../host/protocol.js';
import { duration, percent } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { findRun } from './find-run.js';

/** Lists the runs of the workspace, the newest first. */
export async function runs({ output, connect }: CommandContext): Promise<undefined> {
  const client = await connect();
  const found = await client.listRuns();
  if (found.length === 0) output.remark('no runs here: start one with `digitscope train`');
  for (const run of found) output.result(toJson(run), toWords(run));
}

/** Says what a person calls a run; an empty title takes it away. */
export async function renameRun(
  { output, connect }: CommandContext,
  typed: string,
  title: string,
): Promise<undefined> {
  await describe(await connect(), typed, { title });
  output.remark(title === '' ? `${typed} has no title any more` : `${typed} is called ${title}`);
}

/** Keeps a note with a run; an empty one takes it away. */
export async function noteRun(
  { output, connect }: CommandContext,
  typed: string,
  note: string,
): Promise<undefined> {
  await describe(await connect(), typed, { note });
  output.remark(note === '' ? `${typed} has no note any more` : `noted with ${typed}`);
}

/** Puts a run away; its model stays. */
export async function deleteRun(
  { output, connect }: CommandContext,
  typed: string,
): Promise<undefined> {
  const client = await connect();
  const { id } = await findRun(client, typed);
  await client.runs.remove(id);
  output.remark(`run ${id} is put away for a week: \`digitscope runs restore ${id}\``);
}

/** Brings back what was put away. */
export async function restoreRun(
  { output, connect }: CommandContext,
  id: string,
): Promise<undefined> {
  await (await connect()).runs.restore(id);
  output.remark(`run ${id} is back`);
}

async function describe(
  client: HostClient,
  typed: string,
  about: { title?: string; note?: string },
): Promise<void> {
  const { id } = await findRun(client, typed);
  await client.runs.describe({ run: id, ...about });
}

function toJson({ request, startedAt, epoch, best, ...run }: RunSummary): object {
  const { id, status, title, note, seconds, reason, model, resumable, queued } = run;
  return {
    ...{ id, title, note, status, reason, queued },
    source: request?.source,
    data: request?.data,
    settings: request?.settings,
    sweep: request?.sweep,
    startedAt: startedAt === undefined ? undefined : new Date(startedAt).toISOString(),
    seconds,
    epochs: epoch,
    validation: best?.validation,
    model,
    resumable,
  };
}

function toWords({ id, title, status, epoch, best, seconds, reason, queued }: RunSummary): string {
  const name = title ? `${id} (${title})` : id;
  if (queued !== undefined) return `${name}: waits, ${queued} in the queue`;
  const time = seconds === undefined ? '' : `, ${duration(seconds)}`;
  const score = best ? `, best validation accuracy ${percent(best.validation.accuracy, 2)}` : '';
  const why = reason ? `: ${reason}` : '';
  return `${name}: ${status} in epoch ${epoch}${time}${score}${why}`;
}
