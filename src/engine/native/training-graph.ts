import type { Network } from '../../model/network.js';
import { type Parameter, parametersOf } from '../../model/parameters.js';
import { noDigit } from '../engine.js';
import { type Moment, momentsOf } from '../moments.js';
import { gradientsOf } from './gradients.js';
import { softmax } from './graph/activations.js';
import {
  add,
  argMax,
  cast,
  deepCopy,
  divide,
  equal,
  expandLast,
  fetched,
  maximum,
  mean,
  multiply,
  pack,
  repeatLike,
  subtract,
} from './graph/arithmetic.js';
import { crossEntropy, oneHot } from './graph/classes.js';
import { Graph, type Node, type Value } from './graph/graph.js';
import {
  applyAdam,
  assign,
  constant,
  float32,
  placeholder,
  read,
  subtractFrom,
  type Variable,
  variable,
} from './graph/sources.js';
import { type ForwardPass, forward, imagesInput } from './network-graph.js';

/** Adam as Keras has it (Kingma and Ba, 2015). */
const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/** Node that holds the value of a parameter or a moment. */
export const readName = (tensor: string) => `read/${tensor}`;
/** Placeholder that `written` and `remembered` take a value from. */
export const writeName = (tensor: string) => `write/${tensor}`;

/** What a step does beside the plain one. */
interface GraphOptions {
  decay: 'none' | 'weight decay';
  weighting: 'none' | 'by sample';
}

/**
 * The network with its weights and Adam's moments as variables. To be fetched:
 * - `written` sets the weights to what is fed under their `writeName`
 * - `remembered` sets Adam's moments in the same way
 * - `step` is [loss, accuracy] of the digits among `images` and `labels` (uint8 [n], `noDigit` where
 *   there is none) before its update, which counts all of them: by `rate`, which comes from
 *   `adamRate`, and of moving averages by `share`, or by what their layer's momentum leaves if that
 *   is more; `dropout-seed` (int32 [2]) makes the masks; with `weight decay`, kernels lose `decay`
 *   of themselves; `by sample`, each counts as much as `sample-weights` (float32 [n]) says
 * - `probabilities` of `images`, without dropout
 * - `readName` of a parameter or a moment
 */
export function trainingGraph(network: Network, options: GraphOptions): Graph {
  const graph = new Graph();
  const weights = parametersOf(network).map((parameter) => {
    const stored = variable(graph, parameter.name, parameter.shape);
    return { ...parameter, stored, value: read(stored, readName(parameter.name)) };
  });
  const images = imagesInput(graph, network);
  writeStep(network, images, weights, options);
  writeInference(network, images, weights);
  writeAssignment(graph, 'written', weights);
  return graph;
}

/**
 * The learning rate with the correction for moments that start at zero, as TensorFlow has it.
 * Epsilon stays outside of the correction, where Kingma and Ba's algorithm 1 has it inside.
 *
 * @param step counted from 1
 */
export function adamRate(learningRate: number, step: number): number {
  return (learningRate * Math.sqrt(1 - adam.beta2 ** step)) / (1 - adam.beta1 ** step);
}

/** What lasts from run to run, by the name that it is read and written under. */
interface Stored extends Moment {
  stored: Variable;
}

/** A parameter in the graph: its variable, and its value as every run starts. */
interface Weight extends Parameter {
  stored: Variable;
  value: Value;
}

function writeStep(
  network: Network,
  images: Value,
  weights: readonly Weight[],
  { decay, weighting }: GraphOptions,
): void {
  const { graph } = images.node;
  const seed = placeholder(graph, 'dropout-seed', 'int32', [2]);
  const labels = cast(placeholder(graph, 'labels', 'uint8', [-1]), 'int32');
  const { logits, statistics } = forward(network, images, valueIn(weights), {
    kind: 'training',
    seed,
  });
  const others = cast(equal(labels, constant(graph, Int32Array.of(noDigit), [])), 'float32');
  const losses = crossEntropy(logits, targetsOf(labels, others, logits));
  const loss = mean(weighting === 'none' ? losses : multiply(losses, sampleWeights(graph)));
  const digits = subtract(repeatLike(others, float32(graph, 1)), others);
  const right = cast(equal(argMax(logits), labels), 'float32');
  const rate = placeholder(graph, 'rate', 'float32', []);
  const share = placeholder(graph, 'share', 'float32', []);
  const trainable = weights.filter((weight) => weight.trainable);
  const steps = descend(loss, trainable, rate);
  const updates = [
    ...steps,
    ...(decay === 'none' ? [] : shrink(trainable, steps)),
    ...follow(weights, statistics, share),
  ];
  const metrics = [multiply(losses, digits), right].map((values) => meanOver(digits, values));
  fetched('step', pack(metrics), updates);
}

/** What the probabilities should be, [n, classes]: the label's alone, or all the same where it shows no digit. */
function targetsOf(labels: Value, others: Value, logits: Value): Value {
  const classes = logits.shape[1];
  const even = multiply(expandLast(others), float32(labels.node.graph, 1 / classes));
  return add(oneHot(labels, classes), even);
}

/** Mean of values that are 0 where `counted` is; 0 where nothing counts. */
function meanOver(counted: Value, values: Value): Value {
  const { graph } = values.node;
  // Too small to change a share of one in a batch of any size.
  return divide(mean(values), add(mean(counted), float32(graph, 1e-9)));
}

function sampleWeights(graph: Graph): Value {
  return placeholder(graph, 'sample-weights', 'float32', [-1]);
}

function descend(loss: Value, weights: readonly Weight[], rate: Value): Node[] {
  const { graph } = loss.node;
  const gradients = gradientsOf(
    loss,
    weights.map(({ value }) => value),
  );
  const moments: Stored[] = [];
  const remember = ({ name, shape }: Moment) => {
    const stored = variable(graph, name, shape);
    read(stored, readName(name));
    moments.push({ name, shape, stored });
    return stored;
  };
  const updates = weights.map((weight, place) => {
    const { first, second } = momentsOf(weight);
    const state = { first: remember(first), second: remember(second), rate };
    return applyAdam(weight.stored, state, gradients[place], adam);
  });
  writeAssignment(graph, 'remembered', moments);
  return updates;
}

/** Kernels shrink by a share of what they were before Adam's step, which comes first: one order, one result. */
function shrink(weights: readonly Weight[], steps: readonly Node[]): Node[] {
  const decay = placeholder(steps[0].graph, 'decay', 'float32', []);
  return weights.flatMap(({ role, stored, value }, place) =>
    role === 'kernel' ? [subtractFrom(stored, multiply(value, decay), [steps[place]])] : [],
  );
}

/**
 * Moving averages follow the batch: average -= share * (average - that of the batch).
 *
 * @param share of this step at least; late in a run that of a layer's own momentum is larger
 */
function follow(weights: readonly Weight[], statistics: ForwardPass['statistics'], share: Value) {
  return weights.flatMap(({ name, stored, value }) => {
    const statistic = statistics.get(name);
    if (!statistic) return [];
    const own = maximum(share, float32(share.node.graph, 1 - statistic.momentum));
    return [subtractFrom(stored, multiply(subtract(value, statistic.value), own))];
  });
}

function writeInference(network: Network, images: Value, weights: readonly Weight[]): void {
  const { logits } = forward(network, images, valueIn(weights), { kind: 'inference' });
  fetched('probabilities', softmax(logits), []);
}

function writeAssignment(graph: Graph, name: string, tensors: readonly Stored[]): void {
  const writes = tensors.map(({ name, shape, stored }) => {
    const given = placeholder(graph, writeName(name), 'float32', shape);
    // What is fed is the caller's memory, which the variable must not hold on to.
    return assign(stored, deepCopy(given));
  });
  fetched(name, float32(graph, 0), writes);
}

function valueIn(weights: readonly Weight[]): ReadonlyMap<string, Value> {
  return new Map(weights.map(({ name, value }) => [name, value]));
}
