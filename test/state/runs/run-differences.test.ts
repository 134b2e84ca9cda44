import { expect, it } from 'vitest';
import { emptyRun } from '../../../src/core/run/reducer.js';
import type { RunSummary } from '../../../src/host/protocol.js';
import { runDifferences } from '../../../src/state/runs/run-differences.js';
import { summary } from './summary-fakes.js';

const state = ({ id, request }: RunSummary) => ({
  ...emptyRun(id),
  request,
  engine: 'native' as const,
  trainSamples: 48_000,
});

it('parts what differs from what is the same for all', () => {
  const { differing, shared } = runDifferences([
    state(summary('a', { settings: { learningRate: 0.001, balance: 'class-weights' } })),
    state(summary('b', { settings: { learningRate: 0.002 } })),
    state(summary('c', { settings: { learningRate: 0.001 } })),
  ]);
  expect(differing).toEqual([
    { name: 'learning rate', values: ['0.001', '0.002', '0.001'] },
    { name: 'balance', values: ['class-weights', '-', '-'] },
  ]);
  expect(shared).toContainEqual({ name: 'data', value: 'mnist' });
  expect(shared).toContainEqual({ name: 'samples', value: '48000' });
});

it('has no word for what no run has said', () => {
  const { shared } = runDifferences([state(summary('a')), state(summary('b'))]);
  const names = shared.map(({ name }) => name);
  expect(names).not.toContain('begins with');
  expect(names).not.toContain('held back');
});

it('tells data apart that is put together in different ways', () => {
  const request = summary('a').request;
  if (!request) throw new Error('a run without a request');
  const { differing } = runDifferences([
    state(summary('a')),
    state(summary('b', { request: { ...request, data: { extra: ['mine'], limitPerClass: 100 } } })),
  ]);
  expect(differing.map(({ name, values }) => [name, values[1]])).toEqual([
    ['more data', 'mine'],
    ['a digit', '100'],
  ]);
});
