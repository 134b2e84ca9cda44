import * as z from 'zod';
import { Problem } from '../core/problem.js';
import { sizeOf } from './layer-shape.js';
import { activations, type Network } from './network.js';
import { countParameters, summarise } from './parameters.js';

/** What a network may be at most, so that a file of some lines cannot ask for more memory than there is. */
export const networkLimits = {
  layers: 200,
  /** Pixels along a side of an image, of a window, or of what is put around it. */
  side: 512,
  /** Of an image, filters or units. */
  channels: 16_384,
  /** Values that one layer makes of one image. */
  values: 2 ** 20,
  parameters: 50_000_000,
} as const;

/**
 * Reads what is written in a `network.json`, or was made of another program's file.
 *
 * @param from what it is from, for people
 * @throws Problem where it is no network that can read digits
 */
export function parseNetwork(value: unknown, from: string): Network {
  const parsed = networkSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [{ message, path }] = parsed.error.issues;
  const place = path.length === 0 ? '' : `${path.join('.')}: `;
  throw new Problem(`${from} holds no network that can read digits: ${place}${message}`, {
    remedy: 'use another model, or make it again',
    cause: parsed.error,
  });
}

const side = z.int().min(1).max(networkLimits.side);
const channels = z.int().min(1).max(networkLimits.channels);
const margin = z.int().min(0).max(networkLimits.side);
const sides = z.union([side, z.tuple([side, side]).readonly()]);
const name = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w./-]+$/, 'a name is of letters, digits and any of . _ - /');
const activation = z.enum(activations);
const figure = z.number();
const bias = z.literal('none').optional();
const movement = { strides: sides.optional(), padding: z.enum(['valid', 'same']).optional() };

const layer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('conv'),
    name,
    filters: channels,
    kernel: sides,
    activation,
    bias,
    ...movement,
  }),
  z.strictObject({
    kind: z.enum(['max-pool', 'average-pool']),
    name,
    size: sides,
    ...movement,
  }),
  z.strictObject({ kind: z.enum(['global-average-pool', 'global-max-pool', 'flatten']), name }),
  z.strictObject({
    kind: z.literal('batch-norm'),
    name,
    epsilon: z.number().positive().max(1).optional(),
    momentum: z.number().min(0).max(1).optional(),
  }),
  z.strictObject({ kind: z.literal('dropout'), name, rate: z.number().min(0).lt(1) }),
  z.strictObject({ kind: z.literal('dense'), name, units: channels, activation, bias }),
  z.strictObject({
    kind: z.literal('activation'),
    name,
    activation,
    slope: z.number().min(0).optional(),
  }),
  z.strictObject({ kind: z.literal('rescale'), name, scale: figure, offset: figure }),
  z.strictObject({
    kind: z.literal('reshape'),
    name,
    shape: z.array(z.int().min(1).max(networkLimits.values)).min(1).max(3).readonly(),
  }),
  z.strictObject({
    kind: z.literal('zero-pad'),
    name,
    padding: z.tuple([margin, margin, margin, margin]).readonly(),
  }),
]);

/** A `network.json`: its sizes are within the limits, and it makes ten values of a square grey image. */
export const networkSchema: z.ZodType<Network> = z
  .strictObject({
    name: z.string().min(1).max(200),
    input: z.tuple([side, side, z.literal(1)]).readonly(),
    pixels: z.strictObject({ scale: figure, offset: figure }).optional(),
    layers: z.array(layer).min(1).max(networkLimits.layers).readonly(),
  })
  .superRefine((network, context) => {
    const message = faultOf(network);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** The first thing wrong with a network whose layers are each well by themselves. */
function faultOf(network: Network): string | undefined {
  const [height, width] = network.input;
  if (height !== width) return `it takes images of ${height}x${width}, which are no squares`;
  const names = network.layers.map((layer) => layer.name);
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice !== undefined) return `it has two layers of the name ${twice}`;
  try {
    return sizeFaultOf(network);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

/** @throws Problem where a layer cannot take what the one before it makes */
function sizeFaultOf(network: Network): string | undefined {
  const { values, parameters } = networkLimits;
  const summaries = summarise(network);
  const large = summaries.find(({ output }) => sizeOf(output) > values);
  if (large) return `layer ${large.layer.name} makes more than ${values} values an image`;
  const { total } = countParameters(network);
  if (total > parameters) return `it has more than ${parameters} parameters`;
  if (total === 0) return 'it has no weights';
  const end = summaries[summaries.length - 1].output;
  return end.join() === '10' ? undefined : `it ends in ${end.join('x')}, not in ten values`;
}
