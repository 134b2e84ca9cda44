import { batchNormalisation, type Network } from '../../model/network.js';
import { type Parameter, sizeOf } from '../../model/parameters.js';
import { hashOf } from '../hash.js';
import { type KnownLayer, knownLayer } from '../known-layer.js';
import {
  add,
  cast,
  divide,
  greaterOrEqual,
  matMul,
  multiply,
  reshape,
  seededUniformLike,
} from './graph/arithmetic.js';
import type { Graph, Value } from './graph/graph.js';
import { biasAdd, conv2d, maxPool, normalise, normaliseBatch, relu } from './graph/layers.js';
import { float32, int32s, placeholder } from './graph/sources.js';

/** Weight tensors in the graph, variables or constants, by their names in the network. */
export type ParameterValues = ReadonlyMap<string, Value>;

/** How images pass; batch norm and dropout differ between the two. */
export type Mode =
  | {
      kind: 'inference';
      /** Told of each convolution's output after its activation: [n, h, w, filters], before any pool. */
      onConvolution?: (layer: string, output: Value) => void;
    }
  /** The seed, int32 [2], makes the dropout masks. */
  | { kind: 'training'; seed: Value };

export interface ForwardPass {
  /** [n, classes], before the softmax. */
  logits: Value;
  /** In training, by the names of the moving averages: the batch's own mean and variance. */
  statistics: ReadonlyMap<string, Value>;
}

/** Images fed under the name `images`, uint8 [n, h, w, c], as the network takes them: 0..1. */
export function imagesInput(graph: Graph, { input }: Network): Value {
  const bytes = placeholder(graph, 'images', 'uint8', [-1, ...input]);
  return divide(cast(bytes, 'float32'), float32(graph, 255));
}

/**
 * Writes the network's layers into the graph of the images.
 *
 * @throws Error where the softmax is not the last layer, and the last alone
 */
export function forward(
  network: Network,
  images: Value,
  parameters: ParameterValues,
  mode: Mode,
): ForwardPass {
  const statistics = new Map<string, Value>();
  const pass = { parameters, mode, statistics };
  const layers = network.layers.map(knownLayer);
  const logits = layers.reduce((x, layer, place) => {
    const isSoftmax = layer.kind === 'dense' && layer.activation === 'softmax';
    if (isSoftmax !== (place === layers.length - 1)) {
      throw new Error('the softmax must be the last layer');
    }
    // A pool right after a convolution is part of it.
    if (layer.kind === 'conv') return convolve(x, layer, layers[place + 1], pass);
    if (layer.kind === 'max-pool' && layers[place - 1]?.kind === 'conv') return x;
    return applyLayer(layer, x, pass);
  }, images);
  return { logits, statistics };
}

interface Pass {
  parameters: ParameterValues;
  mode: Mode;
  statistics: Map<string, Value>;
}

function applyLayer(layer: Exclude<KnownLayer, { kind: 'conv' }>, x: Value, pass: Pass): Value {
  const own = (role: Parameter['role']) => parameterOf(pass, layer, role);
  switch (layer.kind) {
    case 'max-pool':
      return maxPool(x, layer.size);
    case 'batch-norm': {
      // TensorFlow normalises images only: a row of units passes as an image of one pixel.
      const image = x.shape.length === 4 ? x : reshape(x, [-1, 1, 1, ...x.shape.slice(1)]);
      const y = batchNorm(image, layer, pass);
      return image === x ? y : reshape(y, x.shape);
    }
    case 'flatten':
      return reshape(x, [-1, sizeOf(x.shape.slice(1))]);
    case 'dropout':
      return pass.mode.kind === 'training' ? dropOut(x, layer, pass.mode.seed) : x;
    case 'dense': {
      const sum = biasAdd(matMul(x, own('kernel'), 'neither'), own('bias'));
      return layer.activation === 'relu' ? relu(sum) : sum;
    }
  }
}

/**
 * The largest of some sums stays the largest when a bias is added and ReLU applied, so a pool that
 * follows goes first: the same values, and a quarter of them for what is left to do, both ways.
 */
function convolve(x: Value, layer: KnownLayer, next: KnownLayer | undefined, pass: Pass): Value {
  const sums = conv2d(x, parameterOf(pass, layer, 'kernel'));
  const bias = parameterOf(pass, layer, 'bias');
  if (pass.mode.kind === 'inference') {
    pass.mode.onConvolution?.(layer.name, relu(biasAdd(sums, bias)));
  }
  const kept = next?.kind === 'max-pool' ? maxPool(sums, next.size) : sums;
  return relu(biasAdd(kept, bias));
}

function batchNorm(x: Value, layer: KnownLayer, pass: Pass): Value {
  const { epsilon } = batchNormalisation;
  const gamma = parameterOf(pass, layer, 'gamma');
  const beta = parameterOf(pass, layer, 'beta');
  if (pass.mode.kind === 'inference') {
    const mean = parameterOf(pass, layer, 'moving-mean');
    const variance = parameterOf(pass, layer, 'moving-variance');
    return normalise(x, { gamma, beta, mean, variance }, epsilon);
  }
  const { y, mean, variance } = normaliseBatch(x, { gamma, beta }, epsilon);
  pass.statistics.set(`${layer.name}/moving-mean`, mean);
  pass.statistics.set(`${layer.name}/moving-variance`, variance);
  return y;
}

/** Zeroes a share of the values and scales the rest up, so that their mean stays. */
function dropOut(x: Value, { name, rate }: { name: string; rate: number }, seed: Value): Value {
  const { graph } = x.node;
  // The name keeps the masks of two layers apart under one seed.
  const uniform = seededUniformLike(x, add(seed, int32s(graph, hashOf(name), 0)));
  const kept = cast(greaterOrEqual(uniform, float32(graph, rate)), 'float32');
  return multiply(x, multiply(kept, float32(graph, 1 / (1 - rate))));
}

function parameterOf({ parameters }: Pass, layer: KnownLayer, role: Parameter['role']): Value {
  const value = parameters.get(`${layer.name}/${role}`);
  if (!value) throw new Error(`no value for ${layer.name}/${role}`);
  return value;
}
