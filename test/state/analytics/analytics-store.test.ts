import { beforeEach, describe, expect, it } from 'vitest';
import { Analytics } from '../../../src/state/analytics/analytics-store.js';
import type { HostConnection } from '../../../src/state/host-connection.js';
import { RunStore } from '../../../src/state/run-store.js';
import { damagedModel, modelSummary } from '../recognition-fakes.js';
import { connectionOf, epochEnded, epochStarted, params, started } from '../run-fakes.js';
import { AnalyticsHost, runSummary, twoEpochs } from './analytics-fakes.js';

let host: AnalyticsHost;
let connection: HostConnection;
let runs: RunStore;
let analytics: Analytics;

beforeEach(() => {
  host = new AnalyticsHost();
  connection = connectionOf(host);
  runs = new RunStore(connection);
  analytics = new Analytics(connection, { runs });
});

const state = () => analytics.store.getState();
const history = () => state().history;
const epochs = () => {
  const now = history();
  return now.status === 'ready' ? now.run.history.length : now.status;
};

it('knows that there is nothing to look at', async () => {
  await connection.refresh();
  expect([state().subjects, state().subject, history()]).toEqual([
    [],
    undefined,
    { status: 'none' },
  ]);
});

it('looks at the newest run until a person chooses, and then stays there', async () => {
  host.events = twoEpochs;
  host.models = [modelSummary('shipped', { preferred: true })];
  host.listed = [runSummary('a')];
  await connection.refresh();
  expect(state().subject?.name).toBe('a');
  await expect.poll(epochs).toBe(2);

  const shipped = state().subjects?.find(({ name }) => name === 'shipped');
  if (shipped) analytics.choose(shipped);
  expect(history()).toEqual({ status: 'none' });
  host.listed = [runSummary('b', { startedAt: 2000 }), ...host.listed];
  await connection.refresh();
  expect(state().subject?.name).toBe('shipped');
});

it('leaves a damaged model alone', async () => {
  host.models = [damagedModel('broken', 'damaged')];
  await connection.refresh();
  analytics.openChooser();
  analytics.choose({ name: 'broken', problem: 'damaged' });
  expect([state().subject, state().chooser]).toEqual([undefined, 'open']);
});

it('says that a run was interrupted whose log has no end', async () => {
  host.events = [started, epochEnded(1, 0.9), epochStarted(2)];
  host.listed = [runSummary('cut', { status: 'failed' })];
  await connection.refresh();
  await expect.poll(epochs).toBe(1);
  expect(history()).toMatchObject({
    run: {
      status: 'failed',
      reason:
        'interrupted: the host ended during the run; its best weights so far are those of epoch 1',
    },
  });
});

it('says why a log cannot be read', async () => {
  host.listed = [runSummary('gone')];
  host.attachRun = () => Promise.reject(new Error('there is no run gone'));
  await connection.refresh();
  await expect.poll(epochs).toBe('failed');
});

it('drops the answer about a run that is no longer looked at', async () => {
  host.listed = [runSummary('slow', { startedAt: 9 }), runSummary('quick')];
  let answer = (_: { events: typeof twoEpochs }) => {};
  host.attachRun = (run) =>
    run === 'slow'
      ? new Promise((resolve) => {
          answer = resolve;
        })
      : Promise.resolve({ events: [{ ...started, run: 'quick' }] });
  await connection.refresh();
  const quick = state().subjects?.find(({ name }) => name === 'quick');
  if (quick) analytics.choose(quick);
  await expect.poll(epochs).toBe(0);
  answer({ events: twoEpochs });
  await Promise.resolve();
  expect(epochs()).toBe(0);
});

describe('a run under way', () => {
  beforeEach(async () => {
    await connection.refresh();
    host.listed = [runSummary('mnist-classic', { status: 'running', best: undefined })];
    await runs.start(params);
  });

  it('is listed as it begins, and followed as it goes', async () => {
    host.tell(started, epochStarted(1));
    await expect.poll(() => state().subject?.name).toBe('mnist-classic');
    await expect.poll(epochs).toBe(0);
    host.tell(epochEnded(1, 0.98));
    await expect.poll(epochs).toBe(1);
    expect(host.attached).toEqual([]);
  });

  it('has weights as soon as its first epoch has ended', async () => {
    host.tell(started, epochStarted(1));
    await expect.poll(() => state().subject?.name).toBe('mnist-classic');
    expect(state().subject?.weights).toBeUndefined();
    host.listed = [runSummary('mnist-classic', { status: 'running' })];
    host.tell(epochEnded(1, 0.98));
    await expect.poll(() => state().subject?.weights).toEqual({ run: 'mnist-classic' });
  });
});

it('turns the views in a circle', () => {
  analytics.turn(-1);
  expect(state().view).toBe('compare');
  analytics.turn(1);
  expect(state().view).toBe('curves');
});
