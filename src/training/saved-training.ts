import * as z from 'zod';
import { scheduleSchema } from '../core/schedule/schedule.js';
import { trainingSettingsSchema } from '../core/settings.js';
import type { OptimiserState } from '../engine/engine.js';
import type { Weights } from '../model/weights.js';

/** JSON has no infinity or NaN: such a figure travels as null. */
function figure(missing: number) {
  return z
    .number()
    .nullable()
    .transform((value) => value ?? missing);
}

const metrics = z.object({ loss: figure(Number.NaN), accuracy: figure(Number.NaN) });

const meterTotals = z.object({
  images: z.number(),
  loss: z.number(),
  right: z.number(),
  seconds: z.number(),
});
/** What an `EpochMeter` has added up. */
export type MeterTotals = z.infer<typeof meterTotals>;

/** Where a run stands, besides its weights. */
export const trainingPositionSchema = z.object({
  /** Epochs that are over. */
  epoch: z.number().int().nonnegative(),
  /** Steps made of the next one. */
  step: z.number().int().nonnegative(),
  /** Steps made in all. */
  steps: z.number().int().nonnegative(),
  /** As they are now: a person may have changed them. */
  settings: trainingSettingsSchema,
  schedule: scheduleSchema,
  stopping: z.object({
    bestLoss: figure(Number.POSITIVE_INFINITY),
    bestEpoch: z.number(),
    waited: z.number(),
  }),
  best: z.object({ epoch: z.number(), train: metrics, validation: metrics }).optional(),
  /** Epochs whose weights are in the mean. */
  averaged: z.number().int().nonnegative(),
  /** Of the epoch under way. */
  meter: meterTotals.optional(),
  pace: z.object({
    trainImages: z.number(),
    trainSeconds: z.number(),
    validationRate: z.number().optional(),
  }),
  /** That were spent on it, pauses left out. */
  seconds: z.number(),
});
export type TrainingPosition = z.infer<typeof trainingPositionSchema>;

/** Everything that a run goes on from as if it had never ended. */
export interface SavedTraining {
  position: TrainingPosition;
  weights: Weights;
  optimiser: OptimiserState;
  /** The best so far, where an epoch is over. */
  best?: Weights;
  /** The mean of the last epochs, where the recipe makes one and it has begun. */
  mean?: Weights;
}
