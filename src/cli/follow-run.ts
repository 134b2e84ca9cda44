import { exitCodes, Problem } from '../core/problem.js';
import { isEnd, type RunEvent } from '../core/run/event.js';
import { hostAddress } from '../host/address.js';
import type { HostClient } from '../host/client.js';
import type { LoadProgress } from '../host/protocol.js';
import type { CommandContext } from './context.js';
import { tellEvent } from './event-words.js';
import { progressTeller } from './loading.js';

export interface FollowOptions {
  /** Gives the run its place, or finds it; answers its id, and what it has told already. */
  begin: (client: HostClient) => Promise<{ run: string; events?: readonly RunEvent[] }>;
  /** What Ctrl-C does: end the run with its best weights saved, or only stop watching. */
  onInterrupt: 'stop' | 'detach';
}

/**
 * Tells a run's events as they happen, up to its end.
 *
 * @returns the exit code
 */
export async function followRun(
  { workspace, output, interrupted, connect }: CommandContext,
  { begin, onInterrupt }: FollowOptions,
): Promise<number> {
  const client = await connect();
  const news = new RunNews(client, progressTeller(output, 'loading'));
  const { run, events = [] } = await begin(client);
  for (const event of events) {
    if (event.type !== 'progress' || output.format === 'json') tellEvent(event, output);
  }
  const past = events.at(-1);
  if (past && isEnd(past)) return codeOf(past);

  const end = await new Promise<RunEvent | 'detached'>((resolve, reject) => {
    client.onClose(() => reject(hostLost(run, hostAddress(workspace).log)));
    news.follow(run, (event) => {
      tellEvent(event, output);
      if (isEnd(event)) resolve(event);
    });
    const interrupt = () => {
      if (onInterrupt === 'detach') return resolve('detached');
      output.remark('stopping: the best weights so far are saved');
      client.stopRun(run).catch(() => undefined);
    };
    if (interrupted.aborted) interrupt();
    else interrupted.addEventListener('abort', interrupt, { once: true });
  });
  if (end !== 'detached') return codeOf(end);
  output.remark(`run ${run} goes on: \`digitscope attach ${run}\` shows it again`);
  return exitCodes.interrupted;
}

/** What a client hears of runs: kept until it is known which one is meant. */
class RunNews {
  #early: { run: string; event: RunEvent }[] = [];
  #tell?: (run: string, event: RunEvent) => void;

  constructor(client: HostClient, onLoading: (progress: LoadProgress) => void) {
    client.onRun({
      loading: (_, progress) => onLoading(progress),
      event: (run, event) => {
        if (this.#tell) this.#tell(run, event);
        else this.#early.push({ run, event });
      },
    });
  }

  follow(followed: string, tell: (event: RunEvent) => void): void {
    this.#tell = (run, event) => {
      if (run === followed) tell(event);
    };
    for (const { run, event } of this.#early.splice(0)) this.#tell(run, event);
  }
}

/** @throws Problem where the run has failed */
function codeOf(end: RunEvent): number {
  if (end.type === 'failed') throw new Problem(end.reason, { remedy: end.remedy });
  return end.type === 'completed' ? exitCodes.done : exitCodes.interrupted;
}

function hostLost(run: string, log: string): Problem {
  return new Problem('the host has ended unexpectedly', {
    remedy: `go on from what is saved with \`digitscope resume ${run}\`, or with a smaller batch if memory ran out; its log is ${log}`,
  });
}
