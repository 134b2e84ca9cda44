import * as z from 'zod';
import { unsupported } from '../refusals.js';
import type { KerasLayer } from './keras-layer.js';

/**
 * What a layer's config has to say, in Keras's words.
 *
 * @throws Problem naming the first setting that is missing or means something else
 */
export function settingsOf<T>(layer: KerasLayer, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(layer.config);
  if (parsed.success) return parsed.data;
  const [{ code, path, message }] = parsed.error.issues;
  const setting = path.join('.');
  const why = code === 'custom' ? message : `cannot be read (${message})`;
  throw unsupported(layer, `since its ${setting} ${why}`);
}

const count = z.int().positive();

/** A figure for both directions, or one for each. */
export const sides = z
  .union([count, z.tuple([count]), z.tuple([count, count])])
  .transform((value) => {
    const [height, width = height] = typeof value === 'number' ? [value] : value;
    return height === width ? height : ([height, width] as const);
  });

/** A setting that has to be what Keras takes by itself, or be left out. */
export function only<const Value extends string | number>(value: Value) {
  const isSame = (found: unknown) => found == null || String(found) === String(value);
  return z
    .unknown()
    .refine((found) => (Array.isArray(found) ? found.every(isSame) : isSame(found)), {
      error: ({ input }) => `is ${JSON.stringify(input)}, not ${value}`,
    })
    .optional();
}

/** Ours have the channels last, and the memory of a file is in the same order. */
export const channelsLast = only('channels_last');

/** @param axis counted as in Keras, where the batch is 0 @throws Problem where it is not the last */
export function requireLastAxis(layer: KerasLayer, axis: number, input: readonly number[]): void {
  if (axis !== -1 && axis !== input.length) {
    throw unsupported(layer, `since it works along axis ${axis}, not along the last`);
  }
}
