import {
  type NumberSetting,
  parseSetting,
  type RecipeName,
  recipes,
  settingRanges,
  type TrainingSettings,
} from '../settings.js';

/** What a sweep may vary, in the order that it is offered. */
export const sweptSettings = [
  'learningRate',
  'batchSize',
  'epochs',
  'recipe',
  'seed',
] as const satisfies readonly (NumberSetting | 'recipe')[];

export type SweptSetting = (typeof sweptSettings)[number];
export type SweptValue = number | RecipeName;

/** One setting of a sweep with the values that it is given, at least one and no two alike. */
export interface SweepAxis {
  setting: SweptSetting;
  values: readonly SweptValue[];
}

/** Runs of one sweep at most: a small one is looked at as a table. */
export const longestSweep = 64;

/**
 * The settings of every run of a sweep: all values of the first axis with all of the second, the first axis moving
 * slowest. What no axis names is as in `base`.
 *
 * @param axes one or two, of different settings
 */
export function planSweep(base: TrainingSettings, axes: readonly SweepAxis[]): TrainingSettings[] {
  return axes.reduce<TrainingSettings[]>(
    (plans, { setting, values }) =>
      plans.flatMap((plan) => values.map((value) => ({ ...plan, [setting]: value }))),
    [base],
  );
}

/** Reads values as typed, `0.001, 0.002`: commas or spaces part them, and what is named twice counts once. */
export function parseSweptValues(
  setting: SweptSetting,
  typed: string,
): { values: readonly SweptValue[] } | { error: string } {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  if (words.length === 0) return { error: `say what the ${wordsOf(setting)} is to be` };
  const values: SweptValue[] = [];
  for (const word of words) {
    const parsed = parseSweptValue(setting, word);
    if ('error' in parsed) return { error: `${word}: ${parsed.error}` };
    values.push(parsed.value);
  }
  return { values: [...new Set(values)] };
}

/** What a setting is called. */
export function wordsOf(setting: SweptSetting): string {
  return setting === 'recipe' ? 'recipe' : settingRanges[setting].words;
}

function parseSweptValue(
  setting: SweptSetting,
  word: string,
): { value: SweptValue } | { error: string } {
  if (setting !== 'recipe') return parseSetting(setting, word);
  const recipe = recipes.find((name) => name === word);
  return recipe ? { value: recipe } : { error: `recipes are ${recipes.join(', ')}` };
}
