import { beforeEach, expect, it } from 'vitest';
import { Measuring } from '../../../src/state/analytics/measuring.js';
import { settle } from '../recognition-fakes.js';
import { connectionOf } from '../run-fakes.js';
import { AnalyticsHost, measured } from './analytics-fakes.js';

let host: AnalyticsHost;
let measuring: Measuring;

beforeEach(() => {
  host = new AnalyticsHost();
  measuring = new Measuring(connectionOf(host));
});

const state = () => measuring.store.getState();

it('measures the weights that are looked at', async () => {
  const done = measuring.measure({ model: 'fast' });
  expect(state()).toEqual({ status: 'measuring' });
  await settle();
  expect(host.measurements[0].params).toEqual({ weights: { model: 'fast' } });
  host.measurements[0].answer(measured);
  await done;
  expect(state()).toMatchObject({ status: 'ready', answer: measured });
});

it('says why it failed', async () => {
  const done = measuring.measure({ model: 'fast' });
  await settle();
  host.measurements[0].fail(new Error('model fast is gone'));
  await done;
  expect(state()).toEqual({ status: 'failed', problem: 'model fast is gone' });
});

it('drops an answer that was given up', async () => {
  const done = measuring.measure({ model: 'fast' });
  await settle();
  measuring.clear();
  host.measurements[0].answer(measured);
  await done;
  expect(state()).toEqual({ status: 'idle' });
});
