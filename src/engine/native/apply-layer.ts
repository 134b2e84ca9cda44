import { batchNormalisation, type Layer, type LayerOf } from '../../model/network.js';
import { type Parameter, sizeOf } from '../../model/parameters.js';
import { type Window, windowOf } from '../../model/windows.js';
import { hashOf } from '../hash.js';
import { activate } from './activate.js';
import {
  add,
  biasAdd,
  cast,
  greaterOrEqual,
  matMul,
  multiply,
  reshape,
  seededUniformLike,
} from './graph/arithmetic.js';
import { normalise, normaliseBatch } from './graph/batch-norm.js';
import type { Value } from './graph/graph.js';
import { float32, int32s } from './graph/sources.js';
import { averagePool, conv2d, maxPool, zeroPad } from './graph/windows.js';

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

/** A batch's own mean or variance, and how much of the moving one stays late in a run. */
export interface Statistic {
  value: Value;
  momentum: number;
}

/** One way of images through the layers. */
export interface Pass {
  parameters: ParameterValues;
  mode: Mode;
  /** Filled in training, by the names of the moving averages. */
  statistics: Map<string, Statistic>;
}

/** @param x [n, ...] of the shape that the layer before makes */
export function applyLayer(layer: Layer, x: Value, pass: Pass): Value {
  switch (layer.kind) {
    case 'conv':
      return convolve(x, layer, undefined, pass);
    case 'max-pool':
      return maxPool(x, windowOf(layer));
    case 'average-pool':
      return averagePool(x, windowOf(layer));
    case 'global-max-pool':
      return rows(maxPool(x, wholeOf(x)));
    case 'global-average-pool':
      return rows(averagePool(x, wholeOf(x)));
    case 'batch-norm':
      return batchNorm(x, layer, pass);
    case 'flatten':
      return rows(x);
    case 'reshape':
      return reshape(x, [-1, ...layer.shape]);
    case 'dropout':
      return pass.mode.kind === 'training' ? dropOut(x, layer, pass.mode.seed) : x;
    case 'dense':
      return connect(x, layer, pass);
    case 'activation':
      return activate(x, layer.activation, layer.slope);
    case 'rescale': {
      const { graph } = x.node;
      return add(multiply(x, float32(graph, layer.scale)), float32(graph, layer.offset));
    }
    case 'zero-pad':
      return zeroPad(x, layer.padding);
  }
}

/**
 * The largest of some sums stays the largest when a bias is added and an activation applied that
 * keeps the order, so a pool that follows goes first: the same values, and a quarter of them for
 * what is left to do, both ways.
 *
 * @param next a pool that follows, of an activation that keeps the order; it is done here
 */
export function convolve(
  x: Value,
  layer: LayerOf<'conv'>,
  next: LayerOf<'max-pool'> | undefined,
  pass: Pass,
): Value {
  const sums = conv2d(x, parameterOf(pass, layer, 'kernel'), windowOf(layer));
  const finish = (values: Value) => activate(withBias(values, layer, pass), layer.activation);
  if (pass.mode.kind === 'inference') pass.mode.onConvolution?.(layer.name, finish(sums));
  return finish(next ? maxPool(sums, windowOf(next)) : sums);
}

/** Along the last side of an input of any rank. */
function connect(x: Value, layer: LayerOf<'dense'>, pass: Pass): Value {
  const inputs = x.shape.slice(-1);
  const flat = x.shape.length === 2 ? x : reshape(x, [-1, ...inputs]);
  const sums = matMul(flat, parameterOf(pass, layer, 'kernel'), 'neither');
  const y = activate(withBias(sums, layer, pass), layer.activation);
  return flat === x ? y : reshape(y, [...x.shape.slice(0, -1), layer.units]);
}

function withBias(sums: Value, layer: LayerOf<'conv' | 'dense'>, pass: Pass): Value {
  return layer.bias === 'none' ? sums : biasAdd(sums, parameterOf(pass, layer, 'bias'));
}

/** TensorFlow normalises images only: anything else passes as images of one pixel. */
function batchNorm(x: Value, layer: LayerOf<'batch-norm'>, pass: Pass): Value {
  const image = x.shape.length === 4 ? x : reshape(x, [-1, 1, 1, ...x.shape.slice(-1)]);
  const y = normaliseImage(image, layer, pass);
  return image === x ? y : reshape(y, x.shape);
}

function normaliseImage(x: Value, layer: LayerOf<'batch-norm'>, pass: Pass): Value {
  const { epsilon, momentum } = { ...batchNormalisation, ...layer };
  const gamma = parameterOf(pass, layer, 'gamma');
  const beta = parameterOf(pass, layer, 'beta');
  if (pass.mode.kind === 'inference') {
    const mean = parameterOf(pass, layer, 'moving-mean');
    const variance = parameterOf(pass, layer, 'moving-variance');
    return normalise(x, { gamma, beta, mean, variance }, epsilon);
  }
  const { y, mean, variance } = normaliseBatch(x, { gamma, beta }, epsilon);
  pass.statistics.set(`${layer.name}/moving-mean`, { value: mean, momentum });
  pass.statistics.set(`${layer.name}/moving-variance`, { value: variance, momentum });
  return y;
}

/** Zeroes a share of the values and scales the rest up, so that their mean stays. */
function dropOut(x: Value, { name, rate }: LayerOf<'dropout'>, seed: Value): Value {
  const { graph } = x.node;
  // The name keeps the masks of two layers apart under one seed.
  const uniform = seededUniformLike(x, add(seed, int32s(graph, hashOf(name), 0)));
  const kept = cast(greaterOrEqual(uniform, float32(graph, rate)), 'float32');
  return multiply(x, multiply(kept, float32(graph, 1 / (1 - rate))));
}

/** All values of one image side by side. */
function rows(x: Value): Value {
  return reshape(x, [-1, sizeOf(x.shape.slice(1))]);
}

/** A window that is the whole image. */
function wholeOf({ shape: [, height, width] }: Value): Window {
  return { size: [height, width], strides: [height, width], padding: 'valid' };
}

function parameterOf({ parameters }: Pass, layer: Layer, role: Parameter['role']): Value {
  const value = parameters.get(`${layer.name}/${role}`);
  if (!value) throw new Error(`no value for ${layer.name}/${role}`);
  return value;
}
