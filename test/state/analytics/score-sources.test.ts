import { expect, it } from 'vitest';
import {
  ownValidation,
  scoreSources,
  sourceWords,
} from '../../../src/state/analytics/score-sources.js';
import { modelSummary } from '../recognition-fakes.js';

const model = modelSummary('mine', { preferred: true });
const subject = { name: 'mine', card: 'card' in model ? model.card : undefined };

it('offers both sides of the split, then each whole source once', () => {
  expect(scoreSources(subject, ['mnist', 'data/mine', 'mnist'])).toEqual([
    { part: 'validation' },
    { part: 'train' },
    { source: 'mnist:test', part: 'all' },
    { source: 'mnist', part: 'all' },
    { source: 'data/mine', part: 'all' },
  ]);
});

it('says a source in words, also where nobody knows what the weights were trained on', () => {
  expect(sourceWords(ownValidation, subject)).toBe('validation samples of mnist');
  expect(sourceWords({ source: 'data/mine', part: 'all' }, subject)).toBe(
    'all samples of data/mine',
  );
  expect(sourceWords({ part: 'train' }, undefined)).toBe('training samples of its own source');
});
