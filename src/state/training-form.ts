import { isModelName } from '../core/model-name.js';
import {
  defaultSettings,
  type NumberSetting,
  parseSetting,
  type RecipeName,
  recipeSettings,
  recipes,
  type SettingRange,
  settingRanges,
  type TrainingSettings,
} from '../core/settings.js';

/** The numbers of the form, in the order that they are shown. */
const numberFields = [
  'epochs',
  'validationSplit',
  'batchSize',
  'learningRate',
  'seed',
] as const satisfies readonly NumberSetting[];

/** All that a person fills in, in the order that it is shown. */
export const formFields = ['source', 'recipe', ...numberFields, 'name'] as const;
export type FormField = (typeof formFields)[number];

/** What is filled in. Everything but the recipe is text as typed. */
export type FormValues = Record<Exclude<FormField, 'recipe'>, string> & { recipe: RecipeName };

export const firstValues: FormValues = {
  source: 'mnist',
  ...recipeValues('classic'),
  validationSplit: String(defaultSettings.validationSplit),
  seed: String(defaultSettings.seed),
  name: '',
};

/** What a run was asked for, as it would be typed. */
export function valuesOf(source: string, settings: TrainingSettings): FormValues {
  const numbers = numberFields.map((field) => [field, String(settings[field])] as const);
  return { ...firstValues, ...Object.fromEntries(numbers), source, recipe: settings.recipe };
}

/** @returns what is wrong with a field as it is typed; undefined where a run can start with it */
export function fieldError(field: FormField, { [field]: value }: FormValues): string | undefined {
  if (isNumberField(field)) {
    const parsed = parseSetting(field, value);
    return 'error' in parsed ? parsed.error : undefined;
  }
  if (field === 'source') {
    return value.trim() === '' ? 'choose a source: a folder, or the word mnist' : undefined;
  }
  // The host also looks whether the name is taken.
  const isName = field !== 'name' || value === '' || isModelName(value);
  return isName ? undefined : 'use letters, digits, dots, dashes and underscores';
}

/** @returns the settings, or the first field that is wrong with what is wrong about it */
export function readForm(
  values: FormValues,
): { settings: TrainingSettings } | { field: FormField; error: string } {
  const settings: TrainingSettings = { ...defaultSettings, recipe: values.recipe };
  for (const field of formFields) {
    const error = fieldError(field, values);
    if (error) return { field, error };
    if (!isNumberField(field)) continue;
    const parsed = parseSetting(field, values[field]);
    if ('value' in parsed) settings[field] = parsed.value;
  }
  return { settings };
}

/** The value after or before this one among those that are offered; the nearest where it is none of them. */
export function stepField(
  field: FormField,
  values: FormValues,
  direction: 'next' | 'previous',
  sources: readonly string[],
): FormValues {
  if (field === 'name') return values;
  if (isNumberField(field)) {
    const value = Number(values[field]);
    const { offered }: SettingRange = settingRanges[field];
    const next =
      direction === 'next'
        ? (offered.find((candidate) => candidate > value) ?? offered[offered.length - 1])
        : (offered.findLast((candidate) => candidate < value) ?? offered[0]);
    return { ...values, [field]: String(next) };
  }
  if (field === 'recipe') {
    return { ...values, ...recipeValues(stepIn(recipes, values.recipe, direction)) };
  }
  return { ...values, source: stepIn(sources, values.source, direction) };
}

/** What a recipe fills in: the settings that are its own. */
function recipeValues(recipe: RecipeName) {
  const { epochs, batchSize, learningRate } = recipeSettings[recipe];
  return {
    recipe,
    epochs: String(epochs),
    batchSize: String(batchSize),
    learningRate: String(learningRate),
  };
}

/** Round and round; the first where the value is none of those offered. */
function stepIn<Value extends string>(
  offered: readonly Value[],
  value: Value,
  direction: 'next' | 'previous',
): Value {
  const step = direction === 'next' ? 1 : offered.length - 1;
  const from = offered.indexOf(value);
  return offered[from < 0 ? 0 : (from + step) % offered.length] ?? value;
}

export function isNumberField(field: FormField): field is NumberSetting {
  return numberFields.some((candidate) => candidate === field);
}
