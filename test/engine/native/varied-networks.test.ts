import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/engine.js';
import { openPortable } from '../../../src/engine/portable/open-portable.js';
import type { Network } from '../../../src/model/network.js';
import { convolutionsOf } from '../../../src/model/parameters.js';
import type { Weights } from '../../../src/model/weights.js';
import { firstStep } from '../first-step.js';
import { separableBatch } from '../portable/samples.js';
import { variedNetworks } from '../varied-networks.js';
import { describeNative } from './native.js';
import { distance, largestDifference, stirredWeights } from './values.js';

const batch = separableBatch(6, 3);

await describeNative('both engines', async ({ engine }) => {
  const portable = await openPortable();

  describe.each(variedNetworks)('run a network with $name', (network) => {
    const weights = stirredWeights(network, 5);

    test('to the same probabilities', async () => {
      const ours = await classified(engine, network, weights);
      const theirs = await classified(portable, network, weights);
      expect(largestDifference(ours.probabilities, theirs.probabilities)).toBeLessThan(1e-5);
      expect(ours.convolutions.map(({ name }) => name)).toEqual(
        convolutionsOf(network).map(({ name }) => name),
      );
      for (const [place, { shape, values }] of ours.convolutions.entries()) {
        expect(values).toHaveLength(shape.reduce((product, side) => product * side));
        expect(largestDifference(values, theirs.convolutions[place].values)).toBeLessThan(1e-4);
      }
    });

    test('to the same gradients and moving averages', async () => {
      const ours = await firstStep(engine, network, weights, batch);
      const theirs = await firstStep(portable, network, weights, batch);
      expect(ours.metrics.loss).toBeCloseTo(theirs.metrics.loss, 4);
      const size = Math.max(1, distance(theirs.gradients, zeros(theirs.gradients)));
      expect(distance(ours.gradients, theirs.gradients)).toBeLessThan(1e-4 * size);
      for (const [name, values] of averages(ours.weights)) {
        expect(largestDifference(values, theirs.weights.get(name))).toBeLessThan(1e-4);
      }
    });
  });
});

async function classified(engine: Engine, network: Network, weights: Weights) {
  const classifier = await engine.createClassifier(network, weights);
  const probabilities = await classifier.classify(batch.images);
  const convolutions = await classifier.convolutions(batch.images.subarray(0, 784));
  classifier.dispose();
  return { probabilities, convolutions };
}

function zeros(like: Weights): Weights {
  return new Map([...like].map(([name, values]) => [name, new Float32Array(values.length)]));
}

/** No gradient moves these, so that Adam makes no whole steps of what is rounded. */
function averages(weights: Weights): Weights {
  return new Map([...weights].filter(([name]) => name.includes('/moving-')));
}
