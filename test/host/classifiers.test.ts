import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '../../src/core/settings.js';
import type { Classifier, Engine } from '../../src/engine/engine.js';
import { Classifiers } from '../../src/host/classifiers.js';
import { Engines } from '../../src/host/engines.js';
import { KeptWeights } from '../../src/host/kept-weights.js';
import { Workspace } from '../../src/host/workspace.js';
import { digitNetwork } from '../../src/model/network.js';
import { initialWeights } from '../../src/model/weights.js';

let root: string;
let classifiers: Classifiers;
let opened: number;
let closed: number;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-classifiers-'));
  opened = 0;
  closed = 0;
  classifiers = new Classifiers(new Workspace(root), countingEngines());
  await keepRun(9);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Engines whose classifiers do nothing but count. */
function countingEngines(): Engines {
  const classifier = { dispose: () => closed++ } as unknown as Classifier;
  const createClassifier = async () => {
    opened++;
    return classifier;
  };
  const engine = { createClassifier } as unknown as Engine;
  const engines = new Engines();
  engines.get = async () => engine;
  return engines;
}

/** A run with other weights after each epoch. */
async function keepRun(epochs: number): Promise<void> {
  const folder = join(root, 'runs', 'r');
  mkdirSync(folder, { recursive: true });
  const started = {
    ...{ type: 'started', at: 0, run: 'r', engine: 'native' },
    request: { source: 's', name: 'r', settings: defaultSettings },
    ...{ trainSamples: 8, validationSamples: 2, perClass: Array(10).fill(1) },
  };
  writeFileSync(join(folder, 'events.jsonl'), `${JSON.stringify(started)}\n`);
  const kept = new KeptWeights(folder, digitNetwork);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    await kept.writeEpoch(epoch, initialWeights(digitNetwork, epoch));
  }
}

const use = (epoch: number, work = async () => {}) =>
  classifiers.use({ weights: { run: 'r', epoch } }, work);

it('opens the same weights once', async () => {
  await Promise.all([use(1), use(1)]);
  await use(1);
  expect(opened).toBe(1);
});

it('says what the weights are called and were trained on', async () => {
  const facts = await classifiers.use({ weights: { run: 'r', epoch: 3 } }, async (open) => open);
  expect(facts).toMatchObject({ name: 'r, epoch 3', trainedOn: { source: 's', samples: 10 } });
});

it('closes what was not used for longest', async () => {
  for (let epoch = 1; epoch <= 7; epoch++) await use(epoch);
  expect([opened, closed]).toEqual([7, 1]);
  await use(7);
  expect(opened).toBe(7);
  await use(1);
  expect(opened).toBe(8);
});

it('closes nothing that is in use', async () => {
  await use(1, async () => {
    for (let epoch = 2; epoch <= 9; epoch++) await use(epoch);
    const before = opened;
    await use(1);
    expect(opened).toBe(before);
  });
});

it('says which weights are not there', async () => {
  rmSync(join(root, 'runs', 'r', 'checkpoints', 'epoch-0002.safetensors'));
  await expect(use(2)).rejects.toThrow('the weights of epoch 2 of this run are not kept');
  await expect(classifiers.use({ weights: { run: 'none' } }, async () => {})).rejects.toThrow(
    'there is no run none that has started',
  );
});
