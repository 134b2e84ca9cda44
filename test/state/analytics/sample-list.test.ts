import { expect, it, vi } from 'vitest';
import { startScored } from './scores-fakes.js';

const cell = { kind: 'cell', label: 4, digit: 9 } as const;

it('lists a cell, the most confident first, and loads what is looked at once', async () => {
  const { host, scores } = await startScored();
  const { cells } = scores;
  cells.open(cell);
  expect(cells.store.getState().list).toEqual({
    query: cell,
    indices: [2, 1],
    place: 0,
    layer: 'list',
  });
  await Promise.all([cells.load(0, 2), cells.load(0, 1)]);
  await cells.load(0, 2);
  expect(host.asked).toEqual([{ analysis: 'samples-1', indices: [2, 1] }]);
  expect([...cells.store.getState().samples.keys()]).toEqual([2, 1]);
});

it('opens no list without samples', async () => {
  const { scores } = await startScored();
  scores.cells.open({ kind: 'cell', label: 0, digit: 1 });
  expect(scores.cells.store.getState().list).toBeUndefined();
});

it('stays at the ends, and goes back a layer at a time', async () => {
  const { scores } = await startScored();
  const { cells } = scores;
  cells.open(cell);
  cells.move(-1);
  cells.move(7);
  cells.show('sample');
  cells.show('why');
  cells.back();
  expect(cells.store.getState().list).toMatchObject({ place: 1, layer: 'sample' });
  cells.back();
  expect(cells.store.getState().list).toMatchObject({ place: 1, layer: 'list' });
  cells.back();
  expect(cells.store.getState().list).toBeUndefined();
});

it('says why samples could not be loaded, and tries again', async () => {
  const { host, scores } = await startScored();
  const { cells } = scores;
  cells.open(cell);
  host.samplesRefusal = new Error('the host is not well');
  const loading = cells.load(0, 1);
  await vi.waitFor(() => expect(host.scorings).toHaveLength(2));
  host.last.fail(new Error('the host is not well'));
  await loading;
  expect(cells.store.getState().problem).toBe('the host is not well');
  host.samplesRefusal = undefined;
  await cells.load(0, 1);
  expect(cells.store.getState().problem).toBeUndefined();
});

it('closes when other weights are looked at', async () => {
  const { analytics, scores } = await startScored();
  scores.unserved.open({ kind: 'unserved', threshold: 0.9 });
  expect(scores.unserved.store.getState().list?.indices).toEqual([2, 5, 1, 4]);
  analytics.choose({ name: 'other', weights: { run: 'other' } });
  expect(scores.unserved.store.getState().list).toBeUndefined();
});
