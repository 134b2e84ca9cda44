import * as z from 'zod';
import type { Layer } from '../../network.js';
import { unsupported } from '../refusals.js';
import { readActivation } from './activations.js';
import type { KerasLayer } from './keras-layer.js';
import { only, requireLastAxis, settingsOf } from './settings.js';

/* Layers that do something to each value by itself. */

export function readFunction(layer: KerasLayer): Layer[] {
  const activation = readActivation(layer.config.activation, layer);
  return activation === 'none' ? [] : [{ kind: 'activation', name: layer.name, activation }];
}

const softmax = z.object({ axis: z.union([z.int(), z.array(z.int()).length(1)]).default(-1) });

export function readSoftmax(layer: KerasLayer, input: readonly number[]): Layer {
  requireLastAxis(layer, Number(settingsOf(layer, softmax).axis), input);
  return { kind: 'activation', name: layer.name, activation: 'softmax' };
}

const relu = z.object({
  max_value: z
    .unknown()
    .refine((largest) => largest == null || largest === 6, {
      error: ({ input }) => `is ${JSON.stringify(input)}, neither 6 nor none`,
    })
    .optional(),
  negative_slope: z.number().nullish(),
  threshold: only(0),
});

export function readRelu(layer: KerasLayer): Layer {
  const { max_value: largest, negative_slope: slope } = settingsOf(layer, relu);
  const name = layer.name;
  if (!slope) return { kind: 'activation', name, activation: largest === 6 ? 'relu6' : 'relu' };
  if (largest === 6) throw unsupported(layer, 'since it has both a largest value and a slope');
  return { kind: 'activation', name, activation: 'leaky-relu', slope };
}

/** Some versions of Keras 2 wrote a number of numpy as an object. */
const loneNumber = z.union([
  z.number(),
  z.object({ value: z.number() }).transform((it) => it.value),
]);
const leakyRelu = z.object({ negative_slope: loneNumber.optional(), alpha: loneNumber.optional() });

export function readLeakyRelu(layer: KerasLayer): Layer {
  const { negative_slope: slope, alpha } = settingsOf(layer, leakyRelu);
  // Keras's own slope of the layer is another than that of the function.
  return {
    kind: 'activation',
    name: layer.name,
    activation: 'leaky-relu',
    slope: slope ?? alpha ?? 0.3,
  };
}

const elu = z.object({ alpha: z.number().default(1) });

export function readElu(layer: KerasLayer): Layer {
  const { alpha } = settingsOf(layer, elu);
  return { kind: 'activation', name: layer.name, activation: 'elu', slope: alpha };
}
