import { describe, expect, it, vi } from 'vitest';
import {
  FakeAnalysisHost,
  scoreAnswer,
  someAnswers,
  startScored,
  startScores,
} from './scores-fakes.js';

describe('scoring', () => {
  it('begins with the validation samples of the weights own run, once', async () => {
    const { host, scores } = await startScores();
    scores.scoring.ensure();
    scores.scoring.ensure();
    await vi.waitFor(() => host.last);
    expect(host.scorings).toHaveLength(1);
    expect(host.last.params).toEqual({ weights: { model: 'mine' }, part: 'validation' });
  });

  it('tells how far it is, and from when on', async () => {
    const { host, scores } = await startScores();
    scores.scoring.ensure();
    await vi.waitFor(() => host.last);
    host.last.tell({ phase: 'load', done: 10, total: 100 });
    expect(scores.scoring.store.getState().scoring).toMatchObject({
      status: 'working',
      news: { phase: 'load', done: 10, total: 100 },
    });
    host.last.tell({ phase: 'score', done: 5, total: 100 });
    const { scoring } = scores.scoring.store.getState();
    expect(scoring.status === 'working' && scoring.news?.phase).toBe('score');
    expect(scoring.status === 'working' && scoring.news?.since).toBe(
      scoring.status === 'working' && scoring.news?.at,
    );
  });

  it('sums the answers up', async () => {
    const { scores } = await startScored();
    expect(scores.scoring.store.getState().scoring).toMatchObject({
      status: 'ready',
      evaluation: { count: 6, accuracy: 0.5 },
      scored: { analysis: 'samples-1', source: 'mnist' },
    });
  });

  it('is cancelled, and not begun again by itself', async () => {
    const { host, scores } = await startScores();
    scores.scoring.ensure();
    await vi.waitFor(() => host.last);
    scores.scoring.cancel();
    expect(host.last.signal?.aborted).toBe(true);
    scores.scoring.ensure();
    await Promise.resolve();
    expect(scores.scoring.store.getState().scoring.status).toBe('cancelled');
    expect(host.scorings).toHaveLength(1);
  });

  it('fails in one line', async () => {
    const { host, scores } = await startScores();
    const done = scores.scoring.scoreAgain();
    await vi.waitFor(() => host.last);
    host.last.fail(new Error('data/mine holds no pictures'));
    await done;
    expect(scores.scoring.store.getState().scoring).toEqual({
      status: 'failed',
      problem: 'data/mine holds no pictures',
    });
  });

  it('drops the answers of other weights and of another source', async () => {
    const { analytics, host, scores } = await startScored();
    analytics.choose({ name: 'other', weights: { run: 'other' } });
    expect(scores.scoring.store.getState().scoring.status).toBe('none');
    scores.scoring.choose({ source: 'mnist:test', part: 'all' });
    await vi.waitFor(() => expect(host.scorings).toHaveLength(2));
    expect(host.last.params).toEqual({
      weights: { run: 'other' },
      source: 'mnist:test',
      part: 'all',
    });
  });

  it('asks for nothing where there are no weights', async () => {
    const { analytics, host, scores } = await startScores();
    analytics.choose({ name: 'fresh' });
    scores.scoring.ensure();
    await Promise.resolve();
    expect(host.scorings).toHaveLength(0);
  });

  it('says a folder from the workspace, and offers what there is', async () => {
    const { host, scores } = await startScores();
    scores.scoring.chooseFolder('data/mine');
    await vi.waitFor(() => host.last);
    expect(host.last.params).toMatchObject({ source: 'data/mine', part: 'all' });
    await scores.scoring.openSources();
    expect(scores.scoring.store.getState()).toMatchObject({
      panel: 'sources',
      sources: [
        { part: 'validation' },
        { part: 'train' },
        { source: 'mnist:test', part: 'all' },
        { source: 'mnist', part: 'all' },
        { source: 'data/digits_jpeg', part: 'all' },
      ],
    });
  });
});

describe('the samples behind the answers', () => {
  it('are scored once more where the host has forgotten them', async () => {
    const { host, scores } = await startScored();
    host.samplesRefusal = new Error('these samples are no longer in memory');
    const samples = scores.scoring.samples([2]);
    await vi.waitFor(() => expect(host.scorings).toHaveLength(2));
    host.samplesRefusal = undefined;
    host.last.answer(scoreAnswer(someAnswers, { analysis: 'samples-2' }));
    expect(await samples).toMatchObject([{ index: 2 }]);
    expect(host.asked.map(({ analysis }) => analysis)).toEqual(['samples-1', 'samples-2']);
  });

  it('are not asked of a new host by a name that may mean others there', async () => {
    const next = new FakeAnalysisHost();
    const { host, connection, scores } = await startScores(next);
    const done = scores.scoring.scoreAgain();
    await vi.waitFor(() => host.last);
    host.last.answer(scoreAnswer(someAnswers));
    await done;
    host.die();
    await connection.client();
    const samples = scores.scoring.samples([2]);
    await vi.waitFor(() => next.last);
    next.last.answer(scoreAnswer(someAnswers, { analysis: 'samples-9' }));
    expect(await samples).toMatchObject([{ index: 2 }]);
    expect(next.asked.map(({ analysis }) => analysis)).toEqual(['samples-9']);
    connection.close();
  });
});
