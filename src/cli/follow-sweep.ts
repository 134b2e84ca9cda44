import { exitCodes, Problem } from '../core/problem.js';
import { isEnd, type RunEvent } from '../core/run/event.js';
import { emptyRun, type RunState, reduceRun } from '../core/run/reducer.js';
import { bestOf, sweepTable } from '../core/run/sweep-table.js';
import { hostAddress } from '../host/address.js';
import type { HostClient } from '../host/client.js';
import type { RunSummary, StartRunParams } from '../host/protocol.js';
import type { CommandContext } from './context.js';
import { describeEvent } from './event-words.js';
import { sweepTableLines } from './sweep-words.js';

export interface FollowSweepOptions {
  client: HostClient;
  sweep: string;
  asked: readonly StartRunParams[];
}

/**
 * Files the runs of a sweep, tells each as it ends, and the table when all have.
 *
 * @returns the exit code
 * @throws Problem where one of them has failed
 */
export async function followSweep(
  { workspace, output, interrupted }: CommandContext,
  { client, sweep, asked }: FollowSweepOptions,
): Promise<number> {
  const filed = new Filed();
  client.onRun({
    loading: (run, { done, total }) => output.progress(`${run}: loading ${done} of ${total}`),
    event: (run, event) => {
      const words = `${run}: ${describeEvent(event)}`;
      const state = filed.hear(run, event);
      if (event.type === 'progress') output.progress(words);
      else if (event.type === 'epoch-ended') output.remark(words);
      else if (isEnd(event)) {
        output.result(resultOf(state), event.type === 'failed' ? `${run}: failed` : words);
        filed.end(run);
      }
    },
  });
  const lost = new Promise<never>((_, reject) => {
    client.onClose(() => reject(hostLost(hostAddress(workspace).log)));
  });
  lost.catch(() => undefined);
  // A run that somebody takes out of the queue tells of no end.
  client.onRunsChanged(() => {
    // What is filed while the list is read may be missing from it.
    const known = filed.left;
    client.listRuns().then(
      (runs) => filed.endMissing(known, runs),
      () => undefined,
    );
  });
  const stop = () => {
    output.remark('stopping: what waits is taken out, and the best weights so far are saved');
    void stopAll(client, filed.left);
  };
  output.remark(`sweep ${sweep}: ${asked.length} runs, one after the other`);
  for (const params of asked) {
    if (interrupted.aborted) break;
    filed.add((await client.startRun(params)).run);
  }
  if (interrupted.aborted) stop();
  else interrupted.addEventListener('abort', stop, { once: true });
  await Promise.race([filed.allEnded(), lost]);

  const { runs } = filed;
  const failed = runs.filter(({ status }) => status === 'failed');
  const best = bestOf(runs);
  output.result({ sweep, runs: runs.length, failed: failed.length, best: best?.id ?? null }, [
    '',
    ...sweepTableLines(sweepTable(runs)),
  ]);
  if (failed.length > 0) {
    throw new Problem(`${failed.length} of ${runs.length} runs failed`, {
      remedy: `the first because of this: ${failed[0].reason ?? 'nothing is known'}`,
    });
  }
  return interrupted.aborted ? exitCodes.interrupted : exitCodes.done;
}

/** The runs that were filed, as far as they have told of themselves. */
class Filed {
  readonly #states = new Map<string, RunState>();
  readonly #left = new Set<string>();
  /** Ends that were heard before the answer that names the run. */
  readonly #ended = new Set<string>();
  #resolve = () => {};

  get left(): readonly string[] {
    return [...this.#left];
  }

  /** Those that have begun, in the order of their beginnings. */
  get runs(): readonly RunState[] {
    return [...this.#states.values()];
  }

  hear(run: string, event: RunEvent): RunState {
    const state = reduceRun(this.#states.get(run) ?? emptyRun(run), event);
    this.#states.set(run, state);
    return state;
  }

  add(run: string): void {
    if (!this.#ended.has(run)) this.#left.add(run);
  }

  end(run: string): void {
    this.#ended.add(run);
    this.#left.delete(run);
    if (this.#left.size === 0) this.#resolve();
  }

  /** Ends those of the known ones that are not there any more. */
  endMissing(known: readonly string[], runs: readonly RunSummary[]): void {
    for (const run of known) if (!runs.some(({ id }) => id === run)) this.end(run);
  }

  allEnded(): Promise<void> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      if (this.#left.size === 0) resolve();
    });
  }
}

/** The last first: the one under way is stopped when nothing waits for its end. */
async function stopAll(client: HostClient, runs: readonly string[]): Promise<void> {
  for (const run of runs.toReversed()) await client.stopRun(run).catch(() => undefined);
}

function resultOf({ id, status, request, history, best, outcome, reason }: RunState): object {
  return {
    run: id,
    status,
    settings: request?.settings,
    epochs: history.length,
    validation: best?.validation,
    bestEpoch: best?.epoch,
    seconds: outcome?.seconds,
    model: outcome?.model,
    reason,
  };
}

function hostLost(log: string): Problem {
  return new Problem('the host has ended unexpectedly', {
    remedy: `start the sweep again; its log is ${log}`,
  });
}
