import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/core/settings.js';
import {
  type FormField,
  type FormValues,
  fieldError,
  firstValues,
  readForm,
  stepField,
} from '../../src/state/training-form.js';

const sources = ['mnist', 'data/digits_jpeg'];
const values = (changes: Partial<FormValues>): FormValues => ({ ...firstValues, ...changes });

it('begins with the default settings', () => {
  expect(readForm(firstValues)).toEqual({ settings: defaultSettings, data: undefined });
});

describe('what is typed', () => {
  it.each([
    [{ epochs: '7' }, undefined],
    [{ epochs: '' }, 'epochs must be a whole number from 1 to 1000'],
    [{ epochs: '2.5' }, 'epochs must be a whole number from 1 to 1000'],
    [{ epochs: 'many' }, 'epochs must be a whole number from 1 to 1000'],
    [{ validationSplit: '0.6' }, 'validation split must be a number from 0.05 to 0.5'],
    [{ learningRate: '1e-3' }, undefined],
    [{ source: ' ' }, 'choose a source: a folder, or the word mnist'],
    [{ name: 'my model' }, 'use letters, digits, dots, dashes and underscores'],
    [{ name: 'my-model.2' }, undefined],
    [{ name: '' }, undefined],
    [{ limitPerClass: '' }, undefined],
    [{ limitPerClass: '2' }, undefined],
    [{ limitPerClass: '1' }, 'a whole number from 2 on, or nothing for all samples'],
    [{ extra: 'data/mine; more.csv' }, undefined],
    [{ extra: 'data/mine; mnist' }, 'each source can be taken once'],
    [{ extra: 'a; a' }, 'each source can be taken once'],
    [{ test: 'mnist:test' }, undefined],
    [{ test: 'mnist' }, 'it is trained on: hold out another source'],
  ])('%o: %s', (changes: Partial<FormValues>, expected) => {
    const [field] = Object.keys(changes) as [FormField];
    expect(fieldError(field, values(changes))).toBe(expected);
  });

  it('stops the form at the first field that is wrong', () => {
    expect(readForm(values({ epochs: '0', seed: '-1' }))).toEqual({
      field: 'epochs',
      error: 'epochs must be a whole number from 1 to 1000',
    });
  });
});

it('says what is added, limited, held out and balanced', () => {
  const asked = values({
    extra: ' data/mine ;more.csv',
    limitPerClass: '500',
    test: 'mnist:test',
    balance: 'class-weights',
  });
  expect(readForm(asked)).toEqual({
    settings: { ...defaultSettings, balance: 'class-weights' },
    data: { extra: ['data/mine', 'more.csv'], limitPerClass: 500, test: 'mnist:test' },
  });
});

describe('stepping', () => {
  it.each([
    ['epochs', '50', 'next', '60'],
    ['epochs', '100', 'next', '100'],
    ['epochs', '10', 'previous', '10'],
    ['epochs', '7', 'next', '10'],
    ['epochs', '55', 'previous', '50'],
    ['epochs', 'many', 'next', '100'],
    ['validationSplit', '0.2', 'previous', '0.15'],
    ['batchSize', '32', 'next', '64'],
    ['learningRate', '0.001', 'next', '0.002'],
    ['seed', '7', 'next', '42'],
    ['source', 'mnist', 'next', 'data/digits_jpeg'],
    ['source', 'data/digits_jpeg', 'next', 'mnist'],
    ['source', 'mnist', 'previous', 'data/digits_jpeg'],
    ['source', '/elsewhere', 'next', 'mnist'],
    ['recipe', 'classic', 'next', 'fast'],
    ['name', 'mine', 'next', 'mine'],
    ['extra', '', 'next', 'data/digits_jpeg'],
    ['extra', 'data/digits_jpeg', 'next', ''],
    ['test', '', 'next', 'mnist:test'],
    ['test', 'mnist:test', 'next', 'data/digits_jpeg'],
    ['limitPerClass', '', 'next', '50'],
    ['limitPerClass', '', 'previous', '5000'],
    ['balance', 'none', 'next', 'class-weights'],
  ] as const)('%s %s, %s: %s', (field, value, direction, expected) => {
    const stepped = stepField(field, values({ [field]: value }), direction, sources);
    expect(stepped[field]).toBe(expected);
  });
});
