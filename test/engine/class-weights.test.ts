import { beforeAll, describe, expect, test } from 'vitest';
import { type Batch, type Engine, noDigit } from '../../src/engine/engine.js';
import { openPortable } from '../../src/engine/portable/open-portable.js';
import { sampleWeights } from '../../src/engine/sample-weights.js';
import type { Weights } from '../../src/model/weights.js';
import { firstStep, scaled } from './first-step.js';
import { describeNative } from './native/native.js';
import { distance, steadyNetwork, stirredWeights } from './native/values.js';
import { separableBatch } from './portable/samples.js';

const network = steadyNetwork;
const weights = stirredWeights(network, 5);
const classWeights = [0.5, 2, 1, 0.25, 4, 1, 1, 1, 3, 0.75];

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
    const plain = await firstStep(open(), network, weights, allOf(label));
    const weighted = await firstStep(open(), network, weights, allOf(label), { classWeights });
    const expected: Weights = new Map(
      [...plain.gradients].map(([name, values]) => [name, scaled(values, factor)]),
    );
    expect(distance(weighted.gradients, expected)).toBeLessThan(1e-5);
    expect(distance(weighted.gradients, new Map(zeros(expected)))).toBeGreaterThan(0.01);
  });

  test('the metrics of a step are those without weights', async () => {
    const batch = separableBatch(16, 1);
    const plain = await firstStep(open(), network, weights, batch);
    const weighted = await firstStep(open(), network, weights, batch, { classWeights });
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
    const ours = await firstStep(engine, network, weights, batch, { classWeights });
    const theirs = await firstStep(await openPortable(), network, weights, batch, { classWeights });
    expect(distance(ours.gradients, theirs.gradients)).toBeLessThan(1e-5);
  });
});
