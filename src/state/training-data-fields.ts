import type { DataOptions } from '../core/data-options.js';
import { type Balance, balances } from '../core/settings.js';
import { stepIn } from './step-in.js';

/** What is learnt from besides the source, what of it, and how it counts. */
export const dataFields = ['extra', 'limitPerClass', 'test', 'balance'] as const;
export type DataField = (typeof dataFields)[number];

/** What of a form says which samples there are. */
export interface DataValues {
  source: string;
  /** Sources, parted by semicolons. */
  extra: string;
  limitPerClass: string;
  test: string;
  balance: Balance;
}

export function isDataField(field: string): field is DataField {
  return dataFields.some((candidate) => candidate === field);
}

/** @returns what is wrong with a field as it is typed; undefined where a run can start with it */
export function dataFieldError(field: DataField, values: DataValues): string | undefined {
  const source = values.source.trim();
  const extra = extraSources(values.extra);
  switch (field) {
    case 'extra':
      return new Set([source, ...extra]).size <= extra.length
        ? 'each source can be taken once'
        : undefined;
    case 'limitPerClass':
      return isLimit(values.limitPerClass)
        ? undefined
        : 'a whole number from 2 on, or nothing for all samples';
    case 'test':
      return [source, ...extra].includes(values.test.trim())
        ? 'it is trained on: hold out another source'
        : undefined;
    case 'balance':
      return undefined;
  }
}

/** @returns the options, sources as typed; undefined where nothing is asked for */
export function readData({ extra, limitPerClass, test }: DataValues): DataOptions | undefined {
  const sources = extraSources(extra);
  const data: DataOptions = {
    ...(sources.length > 0 && { extra: sources }),
    ...(limitPerClass.trim() !== '' && { limitPerClass: Number(limitPerClass) }),
    ...(test.trim() !== '' && { test: test.trim() }),
  };
  return Object.keys(data).length > 0 ? data : undefined;
}

/** Options as they would be typed. */
export function dataValuesOf({
  extra = [],
  limitPerClass,
  test = '',
}: DataOptions = {}): Pick<DataValues, 'extra' | 'limitPerClass' | 'test'> {
  const limit = limitPerClass === undefined ? '' : String(limitPerClass);
  return { extra: extra.join('; '), limitPerClass: limit, test };
}

const noExtra = '';
const offeredLimits = ['', '50', '100', '200', '500', '1000', '2000', '5000'];

/** The value after or before this one; the first is always none. */
export function stepDataField<Values extends DataValues>(
  field: DataField,
  values: Values,
  direction: 'next' | 'previous',
  sources: readonly string[],
): Values {
  const others = (some: readonly string[], without: readonly string[]) =>
    [...new Set(some)].filter((source) => !without.includes(source));
  switch (field) {
    case 'extra': {
      const offered = [noExtra, ...others(sources, [values.source])];
      return { ...values, extra: stepIn(offered, values.extra, direction) };
    }
    case 'limitPerClass':
      return { ...values, limitPerClass: stepIn(offeredLimits, values.limitPerClass, direction) };
    case 'test': {
      const taken = [values.source, ...extraSources(values.extra)];
      const offered = ['', ...others(['mnist:test', ...sources], taken)];
      return { ...values, test: stepIn(offered, values.test, direction) };
    }
    case 'balance':
      return { ...values, balance: stepIn(balances, values.balance, direction) };
  }
}

/** One source more in a text of sources. */
export function withExtra(extra: string, source: string): string {
  return [...new Set([...extraSources(extra), source])].join('; ');
}

/** `data/mine; more.csv`: a semicolon is rare in a path. */
function extraSources(typed: string): string[] {
  return typed
    .split(';')
    .map((source) => source.trim())
    .filter((source) => source !== '');
}

function isLimit(typed: string): boolean {
  if (typed.trim() === '') return true;
  const limit = Number(typed);
  return Number.isInteger(limit) && limit >= 2;
}
