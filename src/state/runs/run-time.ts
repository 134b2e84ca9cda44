import type { TrainingSettings } from '../../core/settings.js';
import type { RunSummary, StartRunParams } from '../../host/protocol.js';

export interface TimeEstimate {
  /** Of all runs one after the other, where none of them stops early. */
  seconds: number;
  /** `rough` where some of it is taken from runs of other data or batch sizes. */
  basis: 'like' | 'rough';
}

/** What is asked of each run of several, and what is known of their data. */
export interface TimedRuns {
  request: Pick<StartRunParams, 'source' | 'data'>;
  plans: readonly TrainingSettings[];
  /** Samples of the data, both sides of the split; undefined where it was not looked at. */
  samples?: number;
}

/** How long runs will take by how fast the past ones were; undefined where none of those tells. */
export function estimateTime(
  { request, plans, samples }: TimedRuns,
  past: readonly RunSummary[],
): TimeEstimate | undefined {
  const known = past.filter(({ best }) => best !== undefined && best.seconds > 0);
  const each = plans.map((plan) => {
    const like = known.filter(
      (run) =>
        isOfData(run, request) &&
        run.request?.settings.recipe === plan.recipe &&
        run.request.settings.batchSize === plan.batchSize &&
        run.request.settings.validationSplit === plan.validationSplit,
    );
    const epoch = median(like.map(({ best }) => best?.seconds ?? Number.NaN));
    if (epoch !== undefined) {
      const around = median(like.map(secondsAround)) ?? 0;
      return { seconds: around + plan.epochs * epoch, basis: 'like' } as const;
    }
    const perSecond = speedOf(plan, known);
    if (samples === undefined || perSecond === undefined) return undefined;
    // Validation is faster than training, so this is rather too much than too little.
    return { seconds: (plan.epochs * samples) / perSecond, basis: 'rough' } as const;
  });
  if (each.length === 0 || each.includes(undefined)) return undefined;
  return {
    seconds: each.reduce((sum, estimate) => sum + (estimate?.seconds ?? 0), 0),
    basis: each.every((estimate) => estimate?.basis === 'like') ? 'like' : 'rough',
  };
}

/** What a run took besides its epochs: loading, and judging what came out. */
function secondsAround({ seconds = 0, epoch, best }: RunSummary): number {
  return seconds - epoch * (best?.seconds ?? 0);
}

/** Images a second of the runs of the same recipe whose batch size is the nearest. */
function speedOf(plan: TrainingSettings, past: readonly RunSummary[]): number | undefined {
  const distance = ({ request }: RunSummary) =>
    Math.abs(Math.log((request?.settings.batchSize ?? Number.NaN) / plan.batchSize));
  const ofRecipe = past.filter(({ request }) => request?.settings.recipe === plan.recipe);
  const nearest = Math.min(...ofRecipe.map(distance));
  return median(
    ofRecipe
      .filter((run) => distance(run) === nearest)
      .map(({ best }) => best?.imagesPerSecond ?? Number.NaN),
  );
}

function isOfData({ request }: RunSummary, asked: TimedRuns['request']): boolean {
  return (
    request?.source === asked.source && JSON.stringify(request.data) === JSON.stringify(asked.data)
  );
}

function median(values: readonly number[]): number | undefined {
  const sorted = values
    .filter((value) => Number.isFinite(value) && value > 0)
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
