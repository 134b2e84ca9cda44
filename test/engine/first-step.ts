import type { Metrics } from '../../src/core/run/event.js';
import type { Batch, Engine, TrainerOptions } from '../../src/engine/engine.js';
import type { Network } from '../../src/model/network.js';
import type { Weights } from '../../src/model/weights.js';

/** What a new trainer's first step makes of a batch; its gradients are by the parameters' names. */
export interface FirstStep {
  metrics: Metrics;
  gradients: Weights;
  weights: Weights;
}

/** Adam's first moments hold a tenth of the gradients after one step. */
export async function firstStep(
  engine: Engine,
  network: Network,
  before: Weights,
  batch: Batch,
  options: Partial<TrainerOptions> = {},
): Promise<FirstStep> {
  const trainer = await engine.createTrainer(network, before, { seed: 1, ...options });
  const metrics = await trainer.step(batch, 0.01);
  const { moments } = await trainer.readOptimiser();
  const weights = await trainer.readWeights();
  trainer.dispose();
  const gradients = [...moments]
    .filter(([name]) => name.endsWith('/first'))
    .map(([name, values]) => [name.slice(0, -'/first'.length), scaled(values, 10)] as const);
  return { metrics, weights, gradients: new Map(gradients) };
}

export function scaled(values: Float32Array, by: number): Float32Array {
  return values.map((value) => value * by);
}
