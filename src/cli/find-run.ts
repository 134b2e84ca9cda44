import { exitCodes, Problem } from '../core/problem.js';
import { isActive } from '../core/run/reducer.js';
import type { HostClient } from '../host/client.js';
import type { RunSummary } from '../host/protocol.js';

/**
 * The run that is meant by its id, or by the title that a person gave it.
 *
 * @param typed the one under way where nothing is typed
 * @throws Problem where it is none or several
 */
export async function findRun(client: HostClient, typed?: string): Promise<RunSummary> {
  const runs = await client.listRuns();
  if (typed === undefined) return underWay(runs);
  const byId = runs.find(({ id }) => id === typed);
  if (byId) return byId;
  const titled = runs.filter(({ title }) => title === typed);
  if (titled.length === 1) return titled[0];
  const remedy = titled.length > 1 ? `say which: ${inWords(titled)}` : choices(runs);
  throw new Problem(
    titled.length > 1 ? `${titled.length} runs are called ${typed}` : `there is no run ${typed}`,
    { remedy, exitCode: exitCodes.usage },
  );
}

function underWay(runs: readonly RunSummary[]): RunSummary {
  const active = runs.find((run) => isActive(run) && run.queued === undefined);
  if (active) return active;
  throw new Problem('no run is under way', {
    remedy: choices(runs),
    exitCode: exitCodes.usage,
  });
}

function choices(runs: readonly RunSummary[]): string {
  if (runs.length === 0) return 'start one with `digitscope train`';
  return `choose one of ${inWords(runs.slice(0, shown))}${runs.length > shown ? ' …' : ''}`;
}

const shown = 8;

function inWords(runs: readonly RunSummary[]): string {
  return runs.map(({ id }) => id).join(', ');
}
