import * as z from 'zod';
import { dataOptionsSchema } from '../core/data-options.js';
import { trainingSettingsSchema } from '../core/settings.js';

/** As `Rejection` in core/analysis. */
const rejection = z.object({
  threshold: z.number(),
  digits: z.number().int(),
  nonDigits: z.number().int(),
  curve: z
    .array(
      z.object({
        threshold: z.number(),
        coverage: z.number(),
        accuracy: z.number(),
        heldBack: z.number(),
      }),
    )
    .min(1),
});

const metrics = z.object({ loss: z.number(), accuracy: z.number() });

/** What a model's `card.json` says: where it comes from and what it can do. */
export const modelCardSchema = z.object({
  /** Version of this form. */
  card: z.literal(1),
  name: z.string(),
  network: z.string(),
  parameters: z.number().int(),
  /** ISO 8601. */
  created: z.string(),
  /** The command that makes it again. */
  command: z.string(),
  program: z.string(),
  engine: z.string(),
  data: z.object({
    source: z.string(),
    train: z.number().int(),
    validation: z.number().int(),
    /** What was learnt from besides the source, and what of it. */
    options: dataOptionsSchema.optional(),
  }),
  settings: trainingSettingsSchema,
  /** Epochs run, and the one whose weights these are. */
  epochs: z.number().int(),
  bestEpoch: z.number().int(),
  seconds: z.number(),
  train: metrics,
  validation: metrics,
  /** Scores on labelled samples that no choice was made by. */
  test: z.object({ source: z.string(), count: z.number().int(), accuracy: z.number() }).optional(),
  /** Logits are divided by it before the softmax; 1 where it is missing. */
  temperature: z.number().positive().optional(),
  /** What thresholds of rejection cost and bring; missing where it was not measured. */
  rejection: rejection.optional(),
  /**
   * Where no model is named, the one with the highest is used; 0 where it is missing. Between equals
   * a test score decides, then the validation.
   */
  preference: z.number().optional(),
  weights: z.object({ bytes: z.number().int(), sha256: z.string() }),
  notes: z.string().optional(),
});

export type ModelCard = z.infer<typeof modelCardSchema>;
