import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { RunSandbox } from './run-sandbox.js';

/** Megabytes: enough for the state of a run and its best weights, with little left. */
const size = 16;

it('pauses a run where the disk is full, and goes on when there is room', async (context) => {
  const place = await RunSandbox.open();
  const runs = place.sandbox.path('runs');
  mkdirSync(runs);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', runs]);
  if (mounted.status !== 0) {
    context.skip('a small disk can be mounted by root alone: the disk is not filled up here');
  }
  onTestFinished(() => void spawnSync('umount', ['-l', runs]));

  const watcher = await place.connect();
  const run = await watcher.start({ epochs: 1000, recipe: 'fast' });
  await watcher.untilType('state-saved');
  const filler = place.sandbox.path('runs', 'filler');
  fill(filler);
  expect(await watcher.untilType('paused')).toMatchObject({
    reason: expect.stringMatching(/no room left on the disk/),
  });
  expect(await watcher.summary(run)).toMatchObject({ status: 'paused' });
  rmSync(filler);
  await watcher.untilType('resumed');
  await watcher.client.stopRun(run);
  expect(await watcher.summary(run)).toMatchObject({ status: 'stopped', model: run });
  expect(place.tornLines(run)).toEqual([]);
}, 60_000);

/** Takes all the room that there is. */
function fill(file: string): void {
  const chunk = Buffer.alloc(65_536);
  try {
    for (let written = 0; written < size * 2 ** 20; written += chunk.length) {
      appendFileSync(file, chunk);
    }
  } catch {
    // There is none left.
  }
}
