import type { RunSummary } from '../../host/protocol.js';
import { isGoing, isQueued, titleOf } from './run-facts.js';

/** What a filter may say, for the line it is typed into. */
export const runFilterHint =
  'part of a name, note, data or sweep; a recipe; running, failed, stopped';

/** The runs that go with every word of a filter as a person types it; an empty one leaves all. */
export function filterRuns(runs: readonly RunSummary[], filter: string): readonly RunSummary[] {
  const words = filter.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return runs.filter((run) => words.every((word) => isMeant(run, word)));
}

function isMeant(run: RunSummary, word: string): boolean {
  return isState.get(word)?.(run) ?? textsOf(run).some((text) => text.includes(word));
}

/** A word that means a state is not looked for in names. */
const isState: ReadonlyMap<string, (run: RunSummary) => boolean> = new Map([
  ['running', isGoing],
  ['waiting', isQueued],
  ['finished', ({ status }: RunSummary) => status === 'completed'],
  ['stopped', ({ status }: RunSummary) => status === 'stopped'],
  ['failed', ({ status }: RunSummary) => status === 'failed'],
]);

function textsOf(run: RunSummary): string[] {
  const { id, note = '', request } = run;
  const texts = [titleOf(run), id, note];
  if (request) {
    const { source, name, settings, sweep = '', from = '' } = request;
    texts.push(source, name, settings.recipe, sweep, from);
  }
  return texts.map((text) => text.toLowerCase());
}
