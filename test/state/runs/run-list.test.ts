import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../src/host/protocol.js';
import {
  goingRun,
  queueOf,
  whyNotRemoved,
  whyNotResumed,
} from '../../../src/state/runs/run-facts.js';
import { filterRuns } from '../../../src/state/runs/run-filter.js';
import { inOrder, nextOrder } from '../../../src/state/runs/run-order.js';
import { summary } from './summary-fakes.js';

const runs: RunSummary[] = [
  summary('second', { status: 'waiting', queued: 2, seconds: undefined }),
  summary('first', { status: 'waiting', queued: 1, seconds: undefined }),
  summary('now', { status: 'running', accuracy: 0.98 }),
  summary('mnist-10', { status: 'stopped', title: 'Narrow', accuracy: 0.99, seconds: 90 }),
  summary('mnist-9', { status: 'failed', note: 'disk was full', settings: { recipe: 'fast' } }),
];
const ids = (list: readonly RunSummary[]) => list.map(({ id }) => id);

describe('the order', () => {
  it('puts what is best or took longest first, and what has no figure last', () => {
    expect(ids(inOrder(runs, 'best')).slice(0, 2)).toEqual(['mnist-10', 'now']);
    expect(ids(inOrder(runs, 'longest'))).toEqual([
      'mnist-10',
      'now',
      'mnist-9',
      'second',
      'first',
    ]);
  });

  it('sorts names as people do, by the title where there is one', () => {
    const named = [summary('mnist-10'), summary('mnist-9'), summary('x', { title: 'Alpha' })];
    expect(ids(inOrder(named, 'name'))).toEqual(['x', 'mnist-9', 'mnist-10']);
  });

  it('goes round', () => {
    expect(nextOrder('newest')).toBe('best');
    expect(nextOrder('name')).toBe('newest');
  });
});

describe('a filter', () => {
  it.each([
    ['', ['second', 'first', 'now', 'mnist-10', 'mnist-9']],
    ['narrow', ['mnist-10']],
    ['mnist-', ['mnist-10', 'mnist-9']],
    ['DISK full', ['mnist-9']],
    ['fast', ['mnist-9']],
    ['running', ['now']],
    ['waiting', ['second', 'first']],
    ['failed fast', ['mnist-9']],
    ['failed classic', []],
  ])('%s leaves %j', (filter, left) => {
    expect(ids(filterRuns(runs, filter))).toEqual(left);
  });
});

it('tells the run under way from those that wait, and these in their places', () => {
  expect(goingRun(runs)?.id).toBe('now');
  expect(ids(queueOf(runs))).toEqual(['first', 'second']);
});

it('says why a run cannot be put away', () => {
  expect(runs.map(whyNotRemoved)).toEqual([
    'it waits for its turn: W opens the queue, d there takes it out',
    'it waits for its turn: W opens the queue, d there takes it out',
    'it is under way: Enter opens it, s there stops it',
    undefined,
    undefined,
  ]);
});

it('resumes what was saved, while nothing else is under way', () => {
  const saved = summary('saved', { status: 'failed', resumable: { epoch: 3, step: 0, at: 0 } });
  expect(whyNotResumed(saved, [saved])).toBeUndefined();
  expect(whyNotResumed(saved, [saved, ...runs])).toBe('now is under way: one run at a time');
  expect(whyNotResumed(runs[4], [])).toContain('nothing was saved');
  expect(whyNotResumed(summary('all'), [])).toContain('it has run all its epochs');
});
