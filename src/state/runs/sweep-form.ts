import {
  longestSweep,
  parseSweptValues,
  planSweep,
  type SweepAxis,
  type SweptSetting,
  type SweptValue,
  sweptSettings,
} from '../../core/run/sweep-plan.js';
import {
  recipes,
  type SettingRange,
  settingRanges,
  type TrainingSettings,
} from '../../core/settings.js';

/** What is filled in for one of the two settings of a sweep; `none` where the second is not used. */
export interface SweepField {
  setting: SweptSetting | 'none';
  /** Values as typed. */
  typed: string;
}

export type SweepFields = readonly [first: SweepField, second: SweepField];

/** What a person fills in, in the order that it is shown. */
export const sweepFormRows = [
  'first-setting',
  'first-values',
  'second-setting',
  'second-values',
] as const;
export type SweepFormRow = (typeof sweepFormRows)[number];

export type SweepPlan =
  | { axes: readonly SweepAxis[]; plans: readonly TrainingSettings[] }
  | { row: SweepFormRow; error: string };

/** The fields as they are before a person has changed them: three learning rates about the one of the form. */
export function firstFields(base: TrainingSettings): SweepFields {
  return [fieldFor('learningRate', base), { setting: 'none', typed: '' }];
}

/** @returns the runs of the sweep, or the first field that is wrong with what is wrong about it */
export function readSweep(fields: SweepFields, base: TrainingSettings): SweepPlan {
  const axes: SweepAxis[] = [];
  for (const [index, { setting, typed }] of fields.entries()) {
    if (setting === 'none') continue;
    const parsed = parseSweptValues(setting, typed);
    if ('error' in parsed) return { row: sweepFormRows[index * 2 + 1], error: parsed.error };
    axes.push({ setting, values: parsed.values });
  }
  const plans = planSweep(base, axes);
  if (plans.length < 2) return { row: 'first-values', error: 'name two values or more' };
  if (plans.length > longestSweep) {
    const error = `these are ${plans.length} runs: ${longestSweep} make a sweep at most`;
    return { row: axes.length > 1 ? 'second-values' : 'first-values', error };
  }
  return { axes, plans };
}

/** Another setting in one of the two fields, or other values of it among those that are offered. */
export function stepSweep(
  fields: SweepFields,
  row: SweepFormRow,
  direction: 'next' | 'previous',
  base: TrainingSettings,
): SweepFields {
  const place = row.startsWith('first') ? 0 : 1;
  const field = fields[place];
  const other = fields[1 - place];
  const changed = row.endsWith('setting')
    ? withNextSetting(field, direction, { other, place, base })
    : withMoreValues(field, direction, base);
  return place === 0 ? [changed, fields[1]] : [fields[0], changed];
}

/** The values of a setting that are offered, so many of them, about the one that the form has. */
function offeredValues(setting: SweptSetting, base: TrainingSettings, count: number): SweptValue[] {
  if (setting === 'recipe') return recipes.slice(0, count);
  const own = base[setting];
  // One seed is as good as another: they are only to be different.
  if (setting === 'seed') return Array.from({ length: count }, (_, index) => own + index);
  const { offered }: SettingRange = settingRanges[setting];
  const values = [...new Set([...offered, own])];
  return values
    .sort((a, b) => Math.abs(Math.log(a / own)) - Math.abs(Math.log(b / own)))
    .slice(0, count)
    .sort((a, b) => a - b);
}

const usualValues = 3;

function fieldFor(setting: SweptSetting, base: TrainingSettings): SweepField {
  return { setting, typed: offeredValues(setting, base, usualValues).join(', ') };
}

/** No setting is swept twice, and only the second may be left out. */
function withNextSetting(
  { setting }: SweepField,
  direction: 'next' | 'previous',
  { other, place, base }: { other: SweepField; place: number; base: TrainingSettings },
): SweepField {
  const choices = [...(place === 1 ? (['none'] as const) : []), ...sweptSettings].filter(
    (choice) => choice !== other.setting || choice === 'none',
  );
  const step = direction === 'next' ? 1 : choices.length - 1;
  const next = choices[(choices.indexOf(setting) + step) % choices.length];
  return next === 'none' ? { setting: 'none', typed: '' } : fieldFor(next, base);
}

/** One more of the values that are offered, or one less; two at least. */
function withMoreValues(
  { setting, typed }: SweepField,
  direction: 'next' | 'previous',
  base: TrainingSettings,
): SweepField {
  if (setting === 'none') return { setting, typed };
  const parsed = parseSweptValues(setting, typed);
  const now = 'values' in parsed ? parsed.values.length : usualValues;
  const count = Math.max(2, now + (direction === 'next' ? 1 : -1));
  return { setting, typed: offeredValues(setting, base, count).join(', ') };
}
