import * as z from 'zod';
import { sizeOf } from '../../layer-shape.js';

const side = z
  .int()
  .nonnegative()
  .max(2 ** 40);

const weightEntry = z.object({
  name: z.string(),
  shape: z.array(side),
  dtype: z.enum(['float32', 'int32', 'bool', 'uint8', 'float16']),
  quantization: z
    .discriminatedUnion('dtype', [
      z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
      z.object({ dtype: z.literal('float16') }),
    ])
    .optional(),
});
export type WeightEntry = z.infer<typeof weightEntry>;

/** `weightsManifest` of a model.json (tfjs-core, `WeightsManifestConfig`): groups of files, read one after another. */
export const manifestSchema = z.array(
  z.object({ paths: z.array(z.string()), weights: z.array(weightEntry) }),
);
export type Manifest = z.infer<typeof manifestSchema>;

const bytesOf = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 } as const;

/** Bytes that one weight takes in its file. */
export function byteLengthOf({ shape, dtype, quantization }: WeightEntry): number {
  return sizeOf(shape) * bytesOf[quantization?.dtype ?? dtype];
}
