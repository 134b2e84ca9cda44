import { expect, it } from 'vitest';
import { Latest } from '../../../src/state/analytics/latest.js';

/** Loads that wait for the test to answer them. */
function startLatest() {
  const pending: { key: number; answer: (value: string) => void; fail: (error: Error) => void }[] =
    [];
  const latest = new Latest<string>(
    (key) => new Promise((answer, fail) => pending.push({ key, answer, fail })),
  );
  return { latest, pending, state: () => latest.store.getState() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('loads one at a time, and of what is wanted meanwhile only the last', async () => {
  const { latest, pending, state } = startLatest();
  for (const key of [1, 2, 3]) latest.want(key);
  pending[0].answer('one');
  await settle();
  expect(pending.map(({ key }) => key)).toEqual([1, 3]);
  expect(state()).toEqual({ status: 'working' });
  pending[1].answer('three');
  await settle();
  expect(state()).toEqual({ status: 'ready', value: 'three' });
});

it('keeps what was loaded', async () => {
  const { latest, pending, state } = startLatest();
  latest.want(1);
  pending[0].answer('one');
  await settle();
  latest.want(undefined);
  expect(state()).toEqual({ status: 'none' });
  latest.want(1);
  expect(state()).toEqual({ status: 'ready', value: 'one' });
  expect(pending).toHaveLength(1);
});

it('says a failure, and tries again when it is wanted again', async () => {
  const { latest, pending, state } = startLatest();
  latest.want(1);
  pending[0].fail(new Error('it is gone'));
  await settle();
  expect(state()).toEqual({ status: 'failed', problem: 'it is gone' });
  latest.want(1);
  expect(pending).toHaveLength(2);
});

it('forgets what was about something else, also what is on its way', async () => {
  const { latest, pending, state } = startLatest();
  latest.want(1);
  latest.clear();
  latest.want(1);
  pending[0].answer('of before');
  await settle();
  expect(state()).toEqual({ status: 'working' });
  pending[1].answer('of now');
  await settle();
  expect(state()).toEqual({ status: 'ready', value: 'of now' });
});
