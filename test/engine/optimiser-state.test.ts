import { beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import type { Engine, Trainer } from '../../src/engine/engine.js';
import { openPortable } from '../../src/engine/portable/open-portable.js';
import { parametersOf } from '../../src/model/parameters.js';
import { initialWeights } from '../../src/model/weights.js';
import { describeNative } from './native/native.js';
import { distance } from './native/values.js';
import { separableBatch, smallNetwork } from './portable/samples.js';

/** With dropout and moving averages, which both change with the steps made. */
const network = smallNetwork;
const weights = initialWeights(network, 5);
const options = { seed: 3, weightDecay: 0.5 };

async function make(trainer: Trainer, from: number, to: number): Promise<void> {
  for (let step = from; step < to; step++) {
    await trainer.step(separableBatch(16, step), 0.01);
  }
}

async function tenSteps(engine: Engine): Promise<Trainer> {
  const trainer = await engine.createTrainer(network, weights, options);
  await make(trainer, 0, 10);
  return trainer;
}

/** Five steps, and five more by another trainer that is given what the first one left. */
async function fiveAndFive(engine: Engine): Promise<Trainer> {
  const first = await engine.createTrainer(network, weights, options);
  await make(first, 0, 5);
  const saved = { weights: await first.readWeights(), optimiser: await first.readOptimiser() };
  await make(first, 5, 7);
  first.dispose();
  const second = await engine.createTrainer(network, initialWeights(network, 6), options);
  await second.writeWeights(saved.weights);
  await second.writeOptimiser(saved.optimiser);
  await make(second, 5, 10);
  return second;
}

function resumes(open: () => Engine, tolerance: number): void {
  test('goes on from a state as if it had never been interrupted', async () => {
    const whole = await tenSteps(open());
    const resumed = await fiveAndFive(open());
    const [one, other] = [await whole.readWeights(), await resumed.readWeights()];
    expect(distance(one, other)).toBeLessThanOrEqual(tolerance);
    const states = [await whole.readOptimiser(), await resumed.readOptimiser()];
    expect(states.map(({ steps }) => steps)).toEqual([10, 10]);
    expect(distance(states[0].moments, states[1].moments)).toBeLessThanOrEqual(tolerance);
    whole.dispose();
    resumed.dispose();
  });

  test('would go on otherwise without the state', async () => {
    const trainer = await open().createTrainer(network, weights, options);
    await make(trainer, 0, 5);
    const left = await trainer.readWeights();
    await make(trainer, 5, 6);
    const forgetful = await open().createTrainer(network, left, options);
    await make(forgetful, 5, 6);
    const apart = distance(await trainer.readWeights(), await forgetful.readWeights());
    expect(apart).toBeGreaterThan(0.001);
    trainer.dispose();
    forgetful.dispose();
  });

  test('has two moments of each parameter that is trained, which begin at zero', async () => {
    const trainer = await open().createTrainer(network, weights, options);
    const { steps, moments } = await trainer.readOptimiser();
    expect(steps).toBe(0);
    const names = parametersOf(network).flatMap(({ name, trainable }) =>
      trainable ? [`${name}/first`, `${name}/second`] : [],
    );
    expect([...moments.keys()]).toEqual(names);
    expect([...moments.values()].every((values) => values.every((value) => value === 0))).toBe(
      true,
    );
    trainer.dispose();
  });

  test('is not touched by what is done with a state that was read', async () => {
    const trainer = await open().createTrainer(network, weights, options);
    await make(trainer, 0, 2);
    const state = await trainer.readOptimiser();
    const kept = new Map([...state.moments].map(([name, values]) => [name, values.slice()]));
    await make(trainer, 2, 3);
    expect(distance(state.moments, kept)).toBe(0);
    await trainer.writeOptimiser(state);
    await make(trainer, 3, 4);
    expect(distance(state.moments, kept)).toBe(0);
    trainer.dispose();
  });

  test('refuses the state of another network, and keeps its own', async () => {
    const trainer = await open().createTrainer(network, weights, options);
    await make(trainer, 0, 1);
    const before = await trainer.readOptimiser();
    const moments = new Map(before.moments).set('digits/bias/second', new Float32Array(3));
    const writing = trainer.writeOptimiser({ steps: 9, moments });
    await expect(writing).rejects.toThrow('digits/bias/second does not fit the network');
    await expect(writing).rejects.toThrow(Problem);
    expect(await trainer.readOptimiser()).toEqual(before);
    trainer.dispose();
  });
}

describe('a portable trainer', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openPortable();
  });
  resumes(() => engine, 0);
});

await describeNative('a native trainer', ({ engine }) => resumes(() => engine, 1e-6));
