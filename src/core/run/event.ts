import * as z from 'zod';
import { dataOptionsSchema } from '../data-options.js';
import { trainingSettingsSchema } from '../settings.js';

/** A figure that may be undefined: JSON has no NaN, so it travels as null. */
const figure = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

const metrics = z.object({ loss: figure, accuracy: figure });
/** Mean cross-entropy (nats) and share of right answers (0..1) over some samples. */
export type Metrics = z.infer<typeof metrics>;

const outcome = {
  run: z.string(),
  /** Name of the saved model; null where no epoch was finished. */
  model: z.string().nullable(),
  /** Epochs finished. */
  epochs: z.number(),
  bestEpoch: z.number(),
  seconds: z.number(),
  train: metrics,
  validation: metrics,
  imagesPerSecond: figure,
  peakMemoryBytes: z.number(),
};

const at = z.number();
const epoch = z.number();
/** Who asked for it, for people: `app on pts/3`. */
const by = z.string().optional();

/** What was asked of a run, as kept in its `run.json`. */
export const runRequestSchema = z.object({
  source: z.string(),
  /** Name that the model is saved under. */
  name: z.string(),
  settings: trainingSettingsSchema,
  data: dataOptionsSchema.optional(),
  /** The model that it goes on from, where it does not begin with fresh weights. */
  from: z.string().optional(),
  /** What the runs of one sweep have in common. */
  sweep: z.string().optional(),
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** Everything that can happen in a run. `at` is in milliseconds since 1970, epochs count from 1. */
export const runEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    at,
    run: z.string(),
    request: runRequestSchema,
    engine: z.enum(['native', 'portable']),
    trainSamples: z.number(),
    validationSamples: z.number(),
    perClass: z.array(z.number()).length(10),
  }),
  z.object({
    type: z.literal('epoch-started'),
    at,
    epoch,
    steps: z.number(),
    learningRate: z.number(),
  }),
  z.object({
    type: z.literal('progress'),
    at,
    epoch,
    phase: z.enum(['train', 'validation']),
    step: z.number(),
    steps: z.number(),
    /** Over the epoch so far. */
    loss: figure,
    accuracy: figure,
    imagesPerSecond: figure,
    /** Until the last epoch has ended, validation counted. */
    secondsLeft: figure,
    memoryBytes: z.number(),
  }),
  z.object({
    type: z.literal('epoch-ended'),
    at,
    epoch,
    train: metrics,
    validation: metrics,
    /** Share of right answers for each digit of the validation samples; null where it has none. */
    validationPerClass: z.array(figure).length(10),
    learningRate: z.number(),
    seconds: z.number(),
    imagesPerSecond: figure,
    improved: z.boolean(),
  }),
  z.object({
    type: z.literal('learning-rate-changed'),
    at,
    epoch,
    from: z.number(),
    to: z.number(),
  }),
  z.object({
    /** The weights of the last epochs were averaged and scored like those of an epoch. */
    type: z.literal('weights-averaged'),
    at,
    epochs: z.number(),
    validation: metrics,
    improved: z.boolean(),
  }),
  /** The weights after an epoch were kept, whatever they scored. */
  z.object({ type: z.literal('weights-kept'), at, epoch, file: z.string() }),
  /** The best weights so far were. */
  z.object({ type: z.literal('checkpoint-saved'), at, epoch, file: z.string() }),
  /** All that a resume needs was saved: so many epochs were over, and so many steps of the next. */
  z.object({ type: z.literal('state-saved'), at, epoch, step: z.number() }),
  z.object({
    type: z.literal('paused'),
    at,
    epoch,
    by,
    /** Why, where nobody asked for it. */
    reason: z.string().optional(),
  }),
  z.object({
    type: z.literal('resumed'),
    at,
    epoch,
    by,
    /** Where it goes on from what was saved: epochs that were over, steps of the next. */
    from: z.object({ epoch, step: z.number() }).optional(),
  }),
  z.object({
    /** Settings were changed while it ran. */
    type: z.literal('settings-changed'),
    at,
    epoch,
    by,
    learningRate: z.object({ from: z.number(), to: z.number() }).optional(),
    /** Of the whole run. */
    epochs: z.object({ from: z.number(), to: z.number() }).optional(),
  }),
  z.object({ type: z.literal('stopped'), at, by, ...outcome }),
  z.object({
    type: z.literal('failed'),
    at,
    run: z.string(),
    reason: z.string(),
    remedy: z.string(),
  }),
  z.object({
    type: z.literal('completed'),
    at,
    /** Why it ended: all epochs were run, or early stopping saw no gain. */
    reason: z.enum(['all-epochs', 'early-stopping']),
    ...outcome,
  }),
]);

export type RunEvent = z.infer<typeof runEventSchema>;
export type RunEventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;
/** True of the event that ends a run. */
export function isEnd({ type }: Pick<RunEvent, 'type'>): boolean {
  return type === 'completed' || type === 'stopped' || type === 'failed';
}

export type RunOutcome = Omit<RunEventOf<'stopped'>, 'type' | 'at'>;
