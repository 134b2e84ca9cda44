import { describe, expect, it } from 'vitest';
import type { EngineKind } from '../../../src/engine/engine.js';
import { openEngine } from '../../../src/engine/open-engine.js';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { describeNative } from '../../engine/native/native.js';
import { fixture, largestDifference, patterns, recorded } from './fixtures.js';

const models = [
  'classic-keras3.keras',
  'rows-keras3.h5',
  'varied-keras3.keras',
  'nested-keras2.h5',
];

describe('the portable engine', () => answersAsKeras('portable'));
await describeNative('the native engine', () => answersAsKeras('native'));

function answersAsKeras(kind: EngineKind): void {
  it.each(models)('answers as Keras does with %s', async (name) => {
    const { network, weights } = await readModelFile(fixture(name), undefined);
    const { scale, probabilities } = recorded(name.replace(/\..*/, ''));
    const engine = await openEngine(kind);
    const pixels = { scale, offset: 0 };
    const classifier = await engine.createClassifier({ ...network, pixels }, weights);
    try {
      const answers = await classifier.classify(Uint8Array.from(patterns(1)));
      expect(largestDifference(answers, probabilities.flat())).toBeLessThan(1e-5);
    } finally {
      classifier.dispose();
    }
  });

  it('trains on from what Keras had gathered', async () => {
    const { network, weights, optimiser } = await readModelFile(
      fixture('classic-keras3.keras'),
      undefined,
    );
    if (!optimiser) throw new Error('the fixture has no state of Adam');
    const engine = await openEngine(kind);
    const trainer = await engine.createTrainer(network, weights, { seed: 1 });
    try {
      await trainer.writeOptimiser(optimiser);
      const batch = {
        images: Uint8Array.from(patterns(1)),
        labels: Uint8Array.of(0, 1, 2, 3, 4, 5),
      };
      const losses: number[] = [];
      for (let step = 0; step < 20; step += 1) losses.push((await trainer.step(batch, 0.01)).loss);
      expect((await trainer.readOptimiser()).steps).toBe(optimiser.steps + 20);
      expect(losses[19]).toBeLessThan(losses[0]);
    } finally {
      trainer.dispose();
    }
  });
}
