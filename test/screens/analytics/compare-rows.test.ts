import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../../src/core/analysis/comparison.js';
import { differenceRows } from '../../../src/screens/analytics/compare/difference-rows.js';
import { settingsRows } from '../../../src/screens/analytics/compare/settings-rows.js';
import { verdictRows } from '../../../src/screens/analytics/compare/verdict-rows.js';
import { whoKnowsSamples } from '../../../src/state/analytics/common-samples.js';
import type { Subject } from '../../../src/state/analytics/subject.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { sure } from '../../state/analytics/analysis-fakes.js';
import { modelSummary } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');
const text = (rows: Parameters<typeof rowText>[0][]) => rows.map((row) => rowText(row).trimEnd());

/** Samples that both read right, that only one of the two does, and that neither does. */
function compared(bothRight: number, onlyA: number, onlyB: number, neither: number) {
  const counts = [bothRight, onlyA, onlyB, neither];
  const answers = (right: readonly boolean[]) =>
    Float32Array.from(
      counts.flatMap((count, kind) =>
        Array(count)
          .fill(sure(right[kind] ? 1 : 2))
          .flat(),
      ),
    );
  const total = bothRight + onlyA + onlyB + neither;
  const a = answers([true, true, false, false]);
  const b = answers([true, false, true, false]);
  return { total, comparison: compareAnswers(new Uint8Array(total).fill(1), a, b) };
}

describe('the verdict', () => {
  const options = { a: 'mine', b: 'starter', fitted: [], width: 31, glyphs };

  it('has both accuracies, the table, and what McNemar says', () => {
    expect(text(verdictRows({ ...options, ...compared(186, 1, 12, 1) }))).toEqual([
      'A mine                  93.50 %',
      'B starter        +5.50  99.00 %',
      'McNemar     B right  B wrong',
      'A right         186        1',
      'A wrong          12        1',
      'B is better: p = 0.003, exact',
      '',
    ]);
  });

  it.each([
    [[10, 3, 1, 0], 'may be chance: p = 0.63, exact'],
    [[10, 0, 0, 1], 'both are right on the same'],
    [[900, 80, 20, 0], 'A is better: p < 0.001, chi2'],
  ] as [[number, number, number, number], string][])('of %j is "%s"', (counts, words) => {
    expect(text(verdictRows({ ...options, ...compared(...counts) }))[5]).toBe(words);
  });

  it('names the approximation in full where there is room', () => {
    const rows = verdictRows({ ...options, width: 46, ...compared(900, 80, 20, 0) });
    expect(text(rows)[5]).toBe('A is better: p < 0.001, chi-squared');
  });

  it('of the same twice is none', () => {
    const same = { ...options, b: 'mine', ...compared(10, 0, 0, 1) };
    expect(text(verdictRows(same))[5]).toBe('the same twice: no difference');
  });

  it('warns of who has seen the samples', () => {
    const rows = verdictRows({ ...options, fitted: ['b'], ...compared(10, 0, 1, 1) });
    expect(text(rows)[6]).toBe('✗ B trained on some of them');
  });
});

describe('the difference of a digit', () => {
  const digits = [
    { digit: 0, count: 10, a: 0.9, b: 0.95 },
    { digit: 1, count: 10, a: 1, b: 0.9 },
    { digit: 2, count: 10, a: 1, b: 1 },
    { digit: 3, count: 0, a: Number.NaN, b: Number.NaN },
  ];

  it('is a bar to the right where b is better, to the left where it is worse', () => {
    expect(text(differenceRows({ digits, width: 29, glyphs }))).toEqual([
      '0           │█████       +5.0',
      '1 ██████████│           -10.0',
      '2           │             0.0',
      '3           │            none',
    ]);
  });

  it('has both shares where there is room', () => {
    const [first] = text(differenceRows({ digits, width: 46, glyphs }));
    expect(first).toMatch(/ \+5\.0 {4}90\.0 % -> 95\.0 %$/);
  });
});

describe('the settings', () => {
  const subject = (name: string, changes = {}): Subject => {
    const model = modelSummary(name, { preferred: false });
    if (!('card' in model)) throw new Error('no card');
    const { card } = model;
    if (!card.training) throw new Error('no training');
    const { training } = card;
    const settings = { ...training.settings, ...changes };
    return { name, card: { ...card, training: { ...training, settings } } };
  };

  it('are shown where they differ, the others named', () => {
    const pair = { a: subject('mine'), b: subject('fast', { recipe: 'fast', batchSize: 128 }) };
    expect(text(settingsRows(pair, { width: 41 }))).toEqual([
      '             A              B',
      'recipe       classic        fast',
      'batch        32             128',
      'alike: data, rate, epochs, validation, seed, balance',
    ]);
  });

  it('may be alike, or not known', () => {
    expect(settingsRows({ a: subject('one'), b: subject('two') }, { width: 41 })).toEqual([
      'all settings are alike',
    ]);
    const unknown = { a: subject('one'), b: { name: 'two' } };
    expect(text(settingsRows(unknown, { width: 41 }))).toEqual([
      'nothing tells how two was trained',
    ]);
  });

  it('tell who has trained on samples that another one held back', () => {
    const a = subject('one', { seed: 7 });
    const b = subject('two');
    const validation = { kind: 'validation', of: 'a' } as const;
    expect(whoKnowsSamples({ a, b }, validation)).toEqual(['b']);
    expect(whoKnowsSamples({ a, b: a }, validation)).toEqual([]);
    expect(whoKnowsSamples({ a, b }, { kind: 'source', source: 'mnist' })).toEqual(['a', 'b']);
    expect(whoKnowsSamples({ a, b }, { kind: 'source', source: 'mnist:test' })).toEqual([]);
  });

  it('tell who has trained on samples that were added', () => {
    const a = subject('one');
    const b = subject('two');
    const { training } = b.card ?? {};
    if (!b.card || !training) throw new Error('no training');
    const data = { ...training.data, options: { extra: ['own'] } };
    b.card = { ...b.card, training: { ...training, data } };
    expect(whoKnowsSamples({ a, b }, { kind: 'source', source: 'own' })).toEqual(['b']);
    expect(whoKnowsSamples({ a, b }, { kind: 'validation', of: 'a' })).toEqual(['b']);
  });
});
