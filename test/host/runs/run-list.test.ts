import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Courtesy } from '../../../src/host/courtesy.js';
import { Datasets } from '../../../src/host/datasets.js';
import { Engines } from '../../../src/host/engines.js';
import { RunLog } from '../../../src/host/runs/run-log.js';
import { Runs } from '../../../src/host/runs/runs.js';
import { Workspace } from '../../../src/host/workspace.js';
import { completed, epochEnded, epochStarted, started } from '../../state/run-fakes.js';

let workspace: Workspace;

beforeEach(async () => {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'digitscope-list-'));
  workspace = new Workspace(folder);
});
afterEach(() => rm(workspace.root, { recursive: true }));

async function list(...events: Parameters<RunLog['append']>[0][]) {
  const log = await RunLog.create(workspace.runs, 'mnist-classic');
  for (const event of events) await log.append(event);
  await log.close();
  return new Runs({
    workspace,
    engines: new Engines(),
    datasets: new Datasets(workspace.root),
    courtesy: new Courtesy(),
  }).list();
}

it('tells of a run what a list shows, its curve among it', async () => {
  const epochs = [epochStarted(1), epochEnded(1, 0.9), epochStarted(2), epochEnded(2, 0.99)];
  expect(await list(started, ...epochs, completed)).toMatchObject([
    {
      id: 'mnist-classic',
      model: 'mnist-classic',
      seconds: 200,
      status: 'completed',
      request: started.request,
      startedAt: started.at,
      epoch: 2,
      best: expect.objectContaining({ epoch: 2 }),
      validationTrail: [0.9, 0.99],
    },
  ]);
});

it('takes a run without an end for one whose host died', async () => {
  expect(await list(started, epochStarted(1), epochEnded(1, 0.9), epochStarted(2))).toMatchObject([
    { status: 'failed', epoch: 2, validationTrail: [0.9] },
  ]);
});

it('says from where a run can go on whose host died', async () => {
  const saved = { type: 'state-saved', at: 5, epoch: 1, step: 0 } as const;
  expect(await list(started, epochStarted(1), epochEnded(1, 0.9), saved)).toMatchObject([
    {
      status: 'failed',
      reason: 'its host ended during the run: resume it',
      resumable: { epoch: 1, step: 0 },
    },
  ]);
});

it('leaves a run paused whose host has left meanwhile', async () => {
  const paused = { type: 'paused', at: 5, epoch: 1, by: 'app on pts/3' } as const;
  expect(await list(started, epochStarted(1), paused)).toMatchObject([{ status: 'paused' }]);
});
