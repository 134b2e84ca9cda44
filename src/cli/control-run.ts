import { exitCodes, Problem } from '../core/problem.js';
import type { CommandContext } from './context.js';
import { readNumberSetting } from './data-options.js';
import { findRun } from './find-run.js';
import { followRun } from './follow-run.js';

/** Shows a run from its beginning on; Ctrl-C leaves it to itself. */
export function attach(context: CommandContext, typed: string | undefined): Promise<number> {
  return followRun(context, {
    begin: async (client) => {
      const { id } = await findRun(client, typed);
      return { run: id, events: (await client.attachRun(id)).events };
    },
    onInterrupt: 'detach',
  });
}

/** Holds the run after the step under way. */
export async function pause(
  { output, connect }: CommandContext,
  typed: string | undefined,
): Promise<undefined> {
  const client = await connect();
  const { id } = await findRun(client, typed);
  await client.runs.pause(id);
  output.result({ run: id, status: 'paused' }, `run ${id} is paused: \`digitscope resume ${id}\``);
}

/** Ends the run, or takes it out of the queue. */
export async function stop(
  { output, connect }: CommandContext,
  typed: string | undefined,
  { now }: { now?: true },
): Promise<undefined> {
  const client = await connect();
  const { id, queued } = await findRun(client, typed);
  if (now) await client.runs.stopNow(id);
  else await client.stopRun(id);
  if (queued !== undefined) {
    output.result({ run: id, status: 'removed' }, `run ${id} does not wait any more`);
    return;
  }
  const { model, status } = await findRun(client, id);
  const made = model ? `its best weights are models/${model}` : 'no model was made of it';
  output.result({ run: id, status, model }, `run ${id} is ${status}: ${made}`);
}

/** Changes the run while it is under way. */
export async function change(
  { output, connect }: CommandContext,
  typed: string | undefined,
  options: { learningRate?: string; epochs?: string },
): Promise<undefined> {
  const learningRate = readNumberSetting('learningRate', options.learningRate);
  const epochs = readNumberSetting('epochs', options.epochs);
  if (learningRate === undefined && epochs === undefined) {
    throw new Problem('it is not said what to change', {
      remedy: 'give --learning-rate, --epochs or both',
      exitCode: exitCodes.usage,
    });
  }
  const client = await connect();
  const { id } = await findRun(client, typed);
  await client.runs.change({ run: id, learningRate, epochs });
  output.result({ run: id, learningRate, epochs }, `run ${id} takes it on with its next step`);
}
