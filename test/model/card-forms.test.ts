import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCard } from '../../src/model/card-forms.js';
import { programRoot } from '../support/sandbox.js';
import { newCard } from './made-models.js';

const weights = { bytes: 1, sha256: 'a297' };

it('turns a card of the first form into one of today, with nothing lost', () => {
  const { training, ...others } = newCard('first');
  const { name: _, ...facts } = training ?? {};
  const first = { ...others, ...facts, card: 1, weights, notes: 'kept' };
  expect(parseCard(first)).toEqual({ ...newCard('first'), card: 2, weights, notes: 'kept' });
});

it.each(['mnist-fast', 'mnist-robust'])('reads the card of %s', (name) => {
  const json = JSON.parse(readFileSync(join(programRoot, 'models', name, 'card.json'), 'utf8'));
  expect(parseCard(json).training).toMatchObject({ name, data: { source: 'mnist' } });
});

it.each([
  ['of a form that is not known', { ...newCard('next'), card: 3, weights }],
  [
    'that says nothing of where the weights are from',
    { ...newCard('lost', { training: undefined }), card: 2, weights },
  ],
  ['that is none', 'card'],
])('refuses a card %s', (_, json) => {
  expect(() => parseCard(json)).toThrow();
});
