import type { DataOptions } from '../core/data-options.js';
import { isModelName } from '../core/model-name.js';
import type { RunRequest } from '../core/run/event.js';
import {
  type Balance,
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
import { stepIn } from './step-in.js';
import {
  type DataValues,
  dataFieldError,
  dataFields,
  dataValuesOf,
  isDataField,
  readData,
  stepDataField,
} from './training-data-fields.js';

/** The numbers of the form, in the order that they are shown. */
const numberFields = [
  'epochs',
  'validationSplit',
  'batchSize',
  'learningRate',
  'seed',
] as const satisfies readonly NumberSetting[];

/** All that a person fills in, in the order that it is shown. */
export const formFields = ['source', 'recipe', ...numberFields, 'name', ...dataFields] as const;
export type FormField = (typeof formFields)[number];

/** Those that are chosen among few; all others are text as typed. */
interface ChosenValues {
  recipe: RecipeName;
  balance: Balance;
}
export type TypedField = Exclude<FormField, keyof ChosenValues>;

/** What is filled in; what is not asked for is empty. */
export type FormValues = DataValues & Record<TypedField, string> & ChosenValues;

export const firstValues: FormValues = {
  source: 'mnist',
  ...recipeValues('classic'),
  validationSplit: String(defaultSettings.validationSplit),
  seed: String(defaultSettings.seed),
  name: '',
  extra: '',
  limitPerClass: '',
  test: '',
  balance: 'none',
};

export function isTypedField(field: FormField): field is TypedField {
  return field !== 'recipe' && field !== 'balance';
}

/** What a run was asked for, as it would be typed; its name is left to be made. */
export function valuesOf({ source, settings, data }: RunRequest): FormValues {
  const numbers = numberFields.map((field) => [field, String(settings[field])] as const);
  return {
    ...firstValues,
    ...Object.fromEntries(numbers),
    source,
    recipe: settings.recipe,
    ...dataValuesOf(data),
    balance: settings.balance ?? 'none',
  };
}

/** @returns what is wrong with a field as it is typed; undefined where a run can start with it */
export function fieldError(field: FormField, values: FormValues): string | undefined {
  if (isNumberField(field)) {
    const parsed = parseSetting(field, values[field]);
    return 'error' in parsed ? parsed.error : undefined;
  }
  if (field === 'source') {
    const isEmpty = values.source.trim() === '';
    return isEmpty ? 'choose a source: a folder, or the word mnist' : undefined;
  }
  if (isDataField(field)) return dataFieldError(field, values);
  // The host also looks whether the name is taken.
  const isName = field !== 'name' || values.name === '' || isModelName(values.name);
  return isName ? undefined : 'use letters, digits, dots, dashes and underscores';
}

export type ReadForm =
  | { settings: TrainingSettings; data: DataOptions | undefined }
  | { field: FormField; error: string };

/** @returns what is asked for, its sources as typed, or the first field that is wrong with what is wrong about it */
export function readForm(values: FormValues): ReadForm {
  const settings: TrainingSettings = { ...defaultSettings, recipe: values.recipe };
  for (const field of formFields) {
    const error = fieldError(field, values);
    if (error) return { field, error };
    if (!isNumberField(field)) continue;
    const parsed = parseSetting(field, values[field]);
    if ('value' in parsed) settings[field] = parsed.value;
  }
  if (values.balance !== 'none') settings.balance = values.balance;
  return { settings, data: readData(values) };
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
  if (isDataField(field)) return stepDataField(field, values, direction, sources);
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

export function isNumberField(field: FormField): field is NumberSetting {
  return numberFields.some((candidate) => candidate === field);
}
