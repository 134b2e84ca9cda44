import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Courtesy } from '../../src/host/courtesy.js';
import { Datasets } from '../../src/host/datasets.js';
import { Engines } from '../../src/host/engines.js';
import { RunLog } from '../../src/host/run-log.js';
import { Runs } from '../../src/host/runs.js';
import { Workspace } from '../../src/host/workspace.js';
import { completed, epochEnded, epochStarted, started } from '../state/run-fakes.js';

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
  return new Runs(workspace, new Engines(), new Datasets(workspace.root), new Courtesy()).list();
}

it('tells of a run what a list shows, its curve among it', async () => {
  const epochs = [epochStarted(1), epochEnded(1, 0.9), epochStarted(2), epochEnded(2, 0.99)];
  expect(await list(started, ...epochs, completed)).toEqual([
    {
      id: 'mnist-classic',
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
