import { beforeEach, describe, expect, it } from 'vitest';
import { stratifiedSplit } from '../../../src/core/split.js';
import { Analytics } from '../../../src/state/analytics/analytics-store.js';
import { Compare } from '../../../src/state/analytics/compare-store.js';
import { damagedModel, modelSummary } from '../recognition-fakes.js';
import { FakeAnalyst, last, scoreAnswer, settle } from './analysis-fakes.js';

let host: FakeAnalyst;
let analytics: Analytics;
let compare: Compare;
const state = () => compare.store.getState();
const labels = [4, 7, 9, 1];

beforeEach(async () => {
  host = new FakeAnalyst();
  host.models = [
    modelSummary('mine', { preferred: false }),
    modelSummary('starter', { preferred: true }),
    damagedModel('broken', 'its weights are truncated'),
  ];
  await open();
});

async function open(): Promise<void> {
  const connection = host.connection();
  analytics = new Analytics(connection);
  compare = new Compare({ analytics, sources: () => ['mnist', 'digits'] });
  await connection.refresh();
  await settle();
  choose('mine');
}

function choose(name: string): void {
  const subject = analytics.store.getState().subjects?.find((each) => each.name === name);
  if (subject) analytics.choose(subject);
}

/** Both are scored, and answer these digits. */
async function answer(a: number[], b: number[], read = labels): Promise<void> {
  await settle();
  last(host.scores).answer(scoreAnswer(read, a));
  await settle();
  last(host.scores).answer(scoreAnswer(read, b, { analysis: 'set-2' }));
  await settle();
}

describe('the comparison', () => {
  it('is with the model that reads, on the validation samples of the subject', async () => {
    compare.ensure();
    await answer([4, 7, 4, 4], [4, 7, 9, 7]);
    expect(host.scores.map(({ params }) => params)).toEqual([
      { weights: { model: 'mine' }, source: 'mnist', part: 'validation' },
      { weights: { model: 'starter' }, source: 'mnist', part: 'validation' },
    ]);
    expect(state().comparing).toMatchObject({
      status: 'ready',
      value: { comparison: { bothRight: 2, onlyA: 0, onlyB: 1, neither: 1 } },
    });
    expect(state().side).toBe('only-b');
  });

  it('is made once, and again for another model or other samples', async () => {
    compare.ensure();
    await answer(labels, labels);
    compare.ensure();
    expect(host.scores).toHaveLength(2);
    compare.chooseSamples({ kind: 'source', source: 'mnist:test' });
    await answer(labels, labels);
    expect(last(host.scores).params).toMatchObject({ source: 'mnist:test', part: 'all' });
    choose('starter');
    compare.ensure();
    await answer(labels, labels);
    expect(host.scores.slice(-2).map(({ params }) => params.weights)).toEqual([
      { model: 'starter' },
      { model: 'mine' },
    ]);
  });

  it('takes what one of two splits held back out of all samples', async () => {
    const [mine] = host.models;
    if (!('card' in mine) || !mine.card.training) throw new Error('no training');
    mine.card.training.settings = { ...mine.card.training.settings, seed: 7 };
    await open();
    const many = Array.from({ length: 40 }, (_, index) => index % 10);
    const held = stratifiedSplit(Uint8Array.from(many), 0.2, 7).validation;
    compare.ensure();
    const wrongOnHeld = many.map((label, index) => (index === held[3] ? (label + 1) % 10 : label));
    await answer(wrongOnHeld, many, many);
    expect(host.scores.map(({ params }) => params.part)).toEqual(['all', 'all']);
    expect(state().comparing).toMatchObject({
      value: { labels: { length: 10 }, comparison: { onlyB: 1, onlyBIndices: [3] } },
    });
    await compare.load(0, 5);
    expect(host.asked).toEqual([[held[3]]]);
    expect(state().pictures.get(3)?.index).toBe(held[3]);
  });

  it('takes what one has held back of several sources, limited, for the other one too', async () => {
    const [mine] = host.models;
    if (!('card' in mine) || !mine.card.training) throw new Error('no training');
    const data = { extra: ['more'], limitPerClass: 100 };
    mine.card.training.data = { ...mine.card.training.data, options: data };
    await open();
    const many = Array.from({ length: 40 }, (_, index) => index % 10);
    compare.ensure();
    await answer(many, many, many);
    expect(host.scores.map(({ params }) => params)).toMatchObject([
      { part: 'all', data, seed: 42 },
      { part: 'all', data, seed: 42 },
    ]);
  });

  it('is cancelled between the two', async () => {
    compare.ensure();
    await settle();
    last(host.scores).answer(scoreAnswer(labels, labels));
    await settle();
    last(host.scores).tell({ phase: 'score', done: 1, total: 4 });
    expect(state().comparing).toMatchObject({ who: 'b', progress: { done: 1 } });
    expect(compare.back()).toBe('stepped');
    expect(last(host.scores).signal?.aborted).toBe(true);
    expect(state().comparing).toEqual({ status: 'stopped' });
    expect(compare.back()).toBe('left');
    compare.ensure();
    expect(state().comparing).toEqual({ status: 'stopped' });
    void compare.again();
    await answer(labels, labels);
    expect(state().comparing.status).toBe('ready');
  });

  it('says what the host says where a model is gone, and does not take another one', async () => {
    compare.chooseRival('starter');
    await settle();
    last(host.scores).answer(scoreAnswer(labels, labels));
    await settle();
    host.models = host.models.filter(({ name }) => name !== 'starter');
    last(host.scores).fail(new Error('there is no model starter'));
    await settle();
    expect(state().comparing).toEqual({ status: 'failed', problem: 'there is no model starter' });
    expect(compare.pair).toBeUndefined();
  });

  it('refuses samples that are not the same for both', async () => {
    compare.ensure();
    await settle();
    last(host.scores).answer(scoreAnswer(labels, labels));
    await settle();
    last(host.scores).answer(scoreAnswer([4, 7], [4, 7]));
    await settle();
    expect(state().comparing).toEqual({
      status: 'failed',
      problem: 'mnist has changed while it was scored: compare once more (r)',
    });
  });

  it('asks nothing where one has no weights, or there is no second one', async () => {
    compare.chooseRival('broken');
    await settle();
    expect(state().comparing).toEqual({ status: 'none' });
    host.models = host.models.slice(0, 1);
    await open();
    expect(compare.pair).toBeUndefined();
    compare.ensure();
    await settle();
    expect(host.scores).toEqual([]);
  });
});

describe('the pictures that decide', () => {
  beforeEach(async () => {
    compare.ensure();
    await answer([4, 7, 4, 4], [9, 7, 9, 1]);
  });

  it('are those of one side, and of the other', () => {
    expect(state().side).toBe('only-b');
    compare.move(5);
    expect(state().place).toBe(1);
    compare.switchSide();
    expect(state()).toMatchObject({ side: 'only-a', place: 0 });
    compare.move(-1);
    expect(state().place).toBe(0);
  });

  it('are loaded once, and from the set of the second scoring', async () => {
    await Promise.all([compare.load(0, 2), compare.load(0, 2)]);
    await compare.load(0, 2);
    expect(host.asked).toEqual([[2, 3]]);
    expect([...state().pictures.keys()].sort()).toEqual([2, 3]);
  });

  it('say why they cannot be loaded', async () => {
    host.samplesProblem = new Error('these samples are no longer in memory');
    await compare.load(0, 2);
    expect(state().pictureProblem).toBe('these samples are no longer in memory');
  });

  it('are shown large and left again', () => {
    compare.enlarge();
    expect(state().layer).toBe('picture');
    expect(compare.back()).toBe('stepped');
    expect(state().layer).toBe('list');
  });
});
