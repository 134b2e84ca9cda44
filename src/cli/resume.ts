import { exitCodes } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { ResumedRun } from '../host/protocol.js';
import { count } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { findRun } from './find-run.js';
import { followRun } from './follow-run.js';

export interface ResumeOptions {
  /** Leaves the run to the host. */
  detach?: true;
}

/** Lets a run go on: one that is paused, or one that has ended or died, from where it was saved. */
export async function resume(
  context: CommandContext,
  typed: string,
  { detach }: ResumeOptions,
): Promise<number> {
  const { output, engine, connect } = context;
  const begin = async (client: HostClient) => {
    const { id } = await findRun(client, typed);
    return { run: id, resumed: await client.runs.resume(id, engine) };
  };
  if (detach) {
    const { run, resumed } = await begin(await connect());
    output.result({ run, ...resumed }, resumedWords(run, resumed));
    return exitCodes.done;
  }
  return followRun(context, {
    begin: async (client) => {
      const { run, resumed } = await begin(client);
      output.remark(resumedWords(run, resumed));
      return { run };
    },
    onInterrupt: 'stop',
  });
}

/** What is done again, and from where. */
function resumedWords(run: string, { from, lost }: ResumedRun): string {
  if (!from) return `run ${run} goes on`;
  const place = `epoch ${from.epoch + 1}${from.step > 0 ? `, step ${from.step + 1}` : ''}`;
  const again = [
    ...(lost?.epochs ? [lost.epochs === 1 ? '1 epoch' : `${lost.epochs} epochs`] : []),
    ...(lost?.steps ? [`${count(lost.steps)} steps`] : []),
  ];
  const words = again.length > 0 ? `${again.join(' and ')} are done again` : 'nothing was lost';
  return `run ${run} goes on in ${place}: ${words}`;
}
