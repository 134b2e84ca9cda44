import { beforeAll, describe, expect, test } from 'vitest';
import { type Batch, type Engine, noDigit } from '../../src/engine/engine.js';
import { openPortable } from '../../src/engine/portable/open-portable.js';
import { sampleWeights } from '../../src/engine/sample-weights.js';
import type { Weights } from '../../src/model/weights.js';
import { describeNative } from './native/native.js';
import { distance, steadyNetwork, stirredWeights } from './native/values.js';
import { separableBatch } from './portable/samples.js';

const network = steadyNetwork;
const weights = stirredWeights(network, 5);
const classWeights = [0.5, 2, 1, 0.25, 4, 1, 1, 1, 3, 0.75];

/** A new trainer's first step: a tenth of the gradient is in Adam's first moments then. */
async function gradient(engine: Engine, batch: Batch, own?: readonly number[]) {
  const trainer = await engine.createTrainer(network, weights, { seed: 1, classWeights: own });
  const metrics = await trainer.step(batch, 0.01);
  const { moments } = await trainer.readOptimiser();
  trainer.dispose();
  const gradients = [...moments].filter(([name]) => name.endsWith('/first'));
  return {
    metrics,
    gradients: new Map(gradients.map(([name, m]) => [name, scaled(m, 10)])),
  };
}

function scaled(values: Float32Array, by: number): Float32Array {
  return values.map((value) => value * by);
}

function allOf(label: number): Batch {
  const batch = separableBatch(8, 3);
  batch.labels.fill(label);
  return batch;
}

test('samples without a digit count 1, others as their class', () => {
  const labels = Uint8Array.of(4, noDigit, 3);
  expect([...sampleWeights(labels, classWeights)]).toEqual([4, 1, 0.25]);
});

function weighs(open: () => Engine): void {
  test.each([
    [4, 4],
    [3, 0.25],
    [noDigit, 1],
  ])('a batch of the label %i alone has %f times the gradient', async (label, factor) => {
    const plain = await gradient(open(), allOf(label));
    const weighted = await gradient(open(), allOf(label), classWeights);
    const expected: Weights = new Map(
      [...plain.gradients].map(([name, values]) => [name, scaled(values, factor)]),
    );
    expect(distance(weighted.gradients, expected)).toBeLessThan(1e-5);
    expect(distance(weighted.gradients, new Map(zeros(expected)))).toBeGreaterThan(0.01);
  });

  test('the metrics of a step are those without weights', async () => {
    const batch = separableBatch(16, 1);
    const plain = await gradient(open(), batch);
    const weighted = await gradient(open(), batch, classWeights);
    expect(weighted.metrics).toEqual(plain.metrics);
    expect(distance(weighted.gradients, plain.gradients)).toBeGreaterThan(0.01);
  });
}

function zeros(like: Weights): [string, Float32Array][] {
  return [...like].map(([name, values]) => [name, new Float32Array(values.length)]);
}

describe('with class weights, by the portable engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openPortable();
  });
  weighs(() => engine);
});

await describeNative('with class weights, by the native engine', ({ engine }) => {
  weighs(() => engine);

  test('a step has the gradients of the portable engine', async () => {
    const batch = separableBatch(24, 1);
    batch.labels.fill(noDigit, 0, 4);
    const ours = await gradient(engine, batch, classWeights);
    const theirs = await gradient(await openPortable(), batch, classWeights);
    expect(distance(ours.gradients, theirs.gradients)).toBeLessThan(1e-5);
  });
});
