import * as z from 'zod';

/** The range that a setting is taken in, and what a form steps through. */
export interface SettingRange {
  words: string;
  lowest: number;
  highest: number;
  /** What the form steps through; any value in the range may be typed. */
  offered: readonly number[];
  whole: 'whole' | 'fraction';
}

/** Every number that a person sets before training, with what is accepted. */
export const settingRanges = {
  epochs: {
    words: 'epochs',
    lowest: 1,
    highest: 1000,
    offered: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    whole: 'whole',
  },
  validationSplit: {
    words: 'validation split',
    lowest: 0.05,
    highest: 0.5,
    offered: [0.1, 0.15, 0.2, 0.25, 0.3],
    whole: 'fraction',
  },
  batchSize: {
    words: 'batch size',
    lowest: 1,
    highest: 4096,
    offered: [16, 32, 64, 128, 256],
    whole: 'whole',
  },
  learningRate: {
    words: 'learning rate',
    lowest: 1e-7,
    highest: 10,
    offered: [0.0001, 0.0003, 0.001, 0.002, 0.004, 0.01],
    whole: 'fraction',
  },
  seed: { words: 'seed', lowest: 0, highest: 2 ** 32 - 1, offered: [42], whole: 'whole' },
} as const satisfies Record<string, SettingRange>;

export type NumberSetting = keyof typeof settingRanges;

/** @returns what is wrong with a value, or undefined where it is taken. */
function settingError(name: NumberSetting, value: number): string | undefined {
  const range: SettingRange = settingRanges[name];
  const expected = `${range.whole === 'whole' ? 'a whole number' : 'a number'} from ${range.lowest} to ${range.highest}`;
  const fits =
    Number.isFinite(value) &&
    value >= range.lowest &&
    value <= range.highest &&
    (range.whole === 'fraction' || Number.isInteger(value));
  return fits ? undefined : `${range.words} must be ${expected}`;
}

/** Reads a setting as typed; words that are no number are an error like any other. */
export function parseSetting(
  name: NumberSetting,
  typed: string,
): { value: number } | { error: string } {
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  const error = settingError(name, value);
  return error ? { error } : { value };
}

function numberSetting(name: NumberSetting) {
  return z.number().superRefine((value, context) => {
    const error = settingError(name, value);
    if (error) context.addIssue({ code: 'custom', message: error });
  });
}

/**
 * The ways of training: `classic` is Keras's with early stopping and a learning rate that is halved
 * on plateaus; `fast` is one cycle of the learning rate over augmented samples, whose last weights
 * are averaged; `robust` is `fast` with samples that vary more, and with much that is not a digit.
 */
export const recipes = ['classic', 'fast', 'robust'] as const;
export type RecipeName = (typeof recipes)[number];

/** Whether every sample counts for the same, or every digit does, however few samples there are of it. */
export const balances = ['none', 'class-weights'] as const;
export type Balance = (typeof balances)[number];

export const trainingSettingsSchema = z.object({
  recipe: z.enum(recipes),
  epochs: numberSetting('epochs'),
  validationSplit: numberSetting('validationSplit'),
  batchSize: numberSetting('batchSize'),
  learningRate: numberSetting('learningRate'),
  seed: numberSetting('seed'),
  /** Whether the digits that there are few samples of count for more; they do not where it is left out. */
  balance: z.enum(balances).optional(),
});

/** What a run is trained with, besides its data. */
export type TrainingSettings = z.infer<typeof trainingSettingsSchema>;

const shared = { validationSplit: 0.2, seed: 42 };

/** The settings of each recipe where nothing else is asked for; `fast` and `robust` peak at theirs. */
export const recipeSettings: Record<RecipeName, TrainingSettings> = {
  classic: { recipe: 'classic', epochs: 50, batchSize: 32, learningRate: 0.001, ...shared },
  fast: { recipe: 'fast', epochs: 20, batchSize: 128, learningRate: 0.004, ...shared },
  robust: { recipe: 'robust', epochs: 30, batchSize: 128, learningRate: 0.004, ...shared },
};

export const defaultSettings = recipeSettings.classic;
