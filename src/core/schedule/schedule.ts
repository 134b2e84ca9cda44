import * as z from 'zod';
import { oneCycleRate } from './one-cycle.js';
import { createReduceOnPlateau, observePlateau } from './reduce-on-plateau.js';

/** JSON has no infinity: a loss that was not seen yet travels as null. */
const lossSoFar = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.POSITIVE_INFINITY);

const oneCycle = z.object({
  kind: z.literal('one-cycle'),
  /** Of the cycle as it was planned. */
  peak: z.number(),
  steps: z.number(),
  /** What its rates are multiplied by since somebody changed them. */
  factor: z.number(),
  /** From this step of the run, at this place of the cycle, the rest is spread over the steps up to `end`. */
  since: z.object({ step: z.number(), place: z.number() }),
  end: z.number(),
});

const plateau = z.object({
  kind: z.literal('plateau'),
  learningRate: z.number(),
  factor: z.number(),
  patience: z.number(),
  floor: z.number(),
  minDelta: z.number(),
  bestLoss: lossSoFar,
  waited: z.number(),
});

/** The learning rate over a run, as a value: it can be kept and taken up again. Steps count from 0 over the run. */
export const scheduleSchema = z.discriminatedUnion('kind', [oneCycle, plateau]);
export type Schedule = z.infer<typeof scheduleSchema>;
type OneCycle = z.infer<typeof oneCycle>;

export function oneCycleSchedule(peak: number, steps: number): Schedule {
  return { kind: 'one-cycle', peak, steps, factor: 1, since: { step: 0, place: 0 }, end: steps };
}

export function plateauSchedule(learningRate: number): Schedule {
  return { kind: 'plateau', ...createReduceOnPlateau(learningRate) };
}

export function rateAt(schedule: Schedule, step: number): number {
  if (schedule.kind === 'plateau') return schedule.learningRate;
  const { peak, steps, factor } = schedule;
  return factor * oneCycleRate(peak, placeAt(schedule, step), steps);
}

/** Takes in the validation loss of an epoch that has ended. */
export function observeEpoch(schedule: Schedule, loss: number): Schedule {
  if (schedule.kind === 'one-cycle') return schedule;
  return { kind: 'plateau', ...observePlateau(schedule, loss) };
}

/** The same schedule with this rate at a step; a cycle goes on in proportion, a plateau waits anew. */
export function withRate(schedule: Schedule, step: number, rate: number): Schedule {
  if (schedule.kind === 'plateau') return { ...schedule, learningRate: rate, waited: 0 };
  return { ...schedule, factor: (schedule.factor * rate) / rateAt(schedule, step) };
}

/** The same schedule, what is left of it spread over the steps from `step` up to `end`. */
export function withEnd(schedule: Schedule, step: number, end: number): Schedule {
  if (schedule.kind === 'plateau') return schedule;
  return { ...schedule, since: { step, place: placeAt(schedule, step) }, end };
}

/** Where in the planned cycle a step of the run is. */
function placeAt({ steps, since, end }: OneCycle, step: number): number {
  const left = Math.max(1, end - 1 - since.step);
  return since.place + ((steps - 1 - since.place) * (step - since.step)) / left;
}
