import type { ModelSummary, RunSummary, WeightsRef } from '../../host/protocol.js';
import type { ModelCard } from '../../model/card.js';
import type { Network } from '../../model/network.js';

/** What Analytics looks at: a model, a run, or both where one came of the other. */
export interface Subject {
  /** Of the model, or of a run that made none. */
  name: string;
  run?: RunSummary;
  card?: ModelCard;
  /** Left out where it is the one that is trained where no other is said, or its model is damaged. */
  network?: Network;
  /** What answers for it; undefined of a run that has no weights yet. */
  weights?: WeightsRef;
  /** Why its model cannot be used. */
  problem?: string;
}

/**
 * The models, each with the run that it came of, then the runs that made none; of each the newest first, as they are
 * listed.
 */
export function subjectsOf(
  models: readonly ModelSummary[],
  runs: readonly RunSummary[],
): Subject[] {
  const ofModels = models.map((model): Subject => {
    const { name } = model;
    // The run of a damaged model is looked at by itself.
    if (!('card' in model)) return { name, problem: model.problem };
    const { card, network } = model;
    // By the name that it was made under: it may have another one since.
    const run = runs.find((each) => madeModel(each, card.training?.name));
    return { name, run, card, network, weights: { model: name } };
  });
  const used = new Set(ofModels.map(({ run }) => run?.id));
  const ofRuns = runs
    .filter(({ id }) => !used.has(id))
    .map((run): Subject => {
      const network = networkOf(run, models);
      return { name: run.id, run, network, weights: run.best && { run: run.id } };
    });
  return [...ofModels, ...ofRuns];
}

/** A run has the network of the model that it went on from. */
function networkOf({ request }: RunSummary, models: readonly ModelSummary[]): Network | undefined {
  const begun = models.find(({ name }) => name === request?.from);
  return begun && 'network' in begun ? begun.network : undefined;
}

/** False of a model that is damaged. */
export function canBeChosen({ problem }: Subject): boolean {
  return problem === undefined;
}

/** The same one in a newer list: a run that has made its model since is found there under the name of that. */
export function sameSubject(
  subjects: readonly Subject[],
  { name, run }: Subject,
): Subject | undefined {
  const whole = subjects.filter(canBeChosen);
  return (
    (run && whole.find((each) => each.run?.id === run.id)) ??
    whole.find((each) => each.name === name)
  );
}

/** The one that is looked at where none was chosen: the newest run, or else the model that reads. */
export function firstSubject(
  subjects: readonly Subject[],
  models: readonly ModelSummary[],
): Subject | undefined {
  const preferred = models.find((model) => 'card' in model && model.preferred);
  return (
    newestRun(subjects) ??
    subjects.find(({ name, card }) => card && name === preferred?.name) ??
    subjects.find(canBeChosen)
  );
}

function newestRun(subjects: readonly Subject[]): Subject | undefined {
  return subjects
    .filter(({ run }) => run?.startedAt !== undefined)
    .sort((a, b) => (b.run?.startedAt ?? 0) - (a.run?.startedAt ?? 0))[0];
}

/** A run is asked to save its model under that name, which it does when it ends. */
function madeModel({ request, status, best }: RunSummary, model: string | undefined): boolean {
  const hasEnded = status === 'completed' || status === 'stopped';
  return hasEnded && best !== undefined && request?.name === model;
}
