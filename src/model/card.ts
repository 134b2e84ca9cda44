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

/** How weights came to be by a run of this program. */
const training = z.object({
  /** The name of the model to be, as it was asked for: by it a run is found again when the model is renamed. */
  name: z.string(),
  /** The command that makes it again. */
  command: z.string(),
  engine: z.string(),
  /** The model that it went on from, where it did not begin with fresh weights. */
  from: z.string().optional(),
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
});

/** Where weights came from that another program trained. */
const imported = z.object({
  format: z.enum(['keras-h5', 'keras', 'tfjs']),
  /** Who wrote the file: `Keras 3.15.1`. */
  by: z.string(),
  /** Its name, without its folder. */
  file: z.string(),
  /** What was changed or left out on the way. */
  notes: z.array(z.string()),
  /** How well it read labelled samples as it was imported; missing where that was not tried. */
  check: z.object({ source: z.string(), count: z.number().int(), accuracy: z.number() }).optional(),
});

const file = z.object({ bytes: z.number().int(), sha256: z.string() });

/** What a model's `card.json` says: where it comes from and what it can do. */
export const modelCardSchema = z
  .object({
    /** Version of this form; `card-forms.ts` reads the earlier one too. */
    card: z.literal(2),
    name: z.string(),
    /** Name of the network. */
    network: z.string(),
    parameters: z.number().int(),
    /** ISO 8601. */
    created: z.string(),
    /** The version that wrote the model's folder. */
    program: z.string(),
    training: training.optional(),
    imported: imported.optional(),
    /** Scores on labelled samples that no choice was made by. */
    test: z
      .object({ source: z.string(), count: z.number().int(), accuracy: z.number() })
      .optional(),
    /** Logits are divided by it before the softmax; 1 where it is missing. */
    temperature: z.number().positive().optional(),
    /** What thresholds of rejection cost and bring; missing where it was not measured. */
    rejection: rejection.optional(),
    /**
     * Where no model is named, the one with the highest is used; 0 where it is missing. Between equals
     * a test score decides, then the validation.
     */
    preference: z.number().optional(),
    weights: file,
    /** Of `network.json`; missing where the folder has none, whose network is `digitNetwork`. */
    networkFile: file.optional(),
    notes: z.string().optional(),
  })
  .refine((card) => card.training !== undefined || card.imported !== undefined, {
    error: 'a model was trained here or imported',
  });

export type ModelCard = z.infer<typeof modelCardSchema>;
export type TrainingFacts = NonNullable<ModelCard['training']>;
export type ImportFacts = NonNullable<ModelCard['imported']>;

/** A card before its files are written. */
export type NewCard = Omit<ModelCard, 'card' | 'weights' | 'networkFile'>;
