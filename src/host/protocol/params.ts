import * as z from 'zod';

/** What parameters of several requests are made of. Others than those that a request knows are refused. */

export const engineChoice = z.enum(['native', 'portable']);
export type EngineChoice = z.infer<typeof engineChoice>;

/** Chosen by the client: progress of the request comes under it. */
export const progressToken = z.union([z.int(), z.string()]);

/** Of a file, a folder or a source. */
export const path = z.string().min(1);

/** Names a folder in `runs/`, and nothing outside of it. */
export const runId = z
  .string()
  .max(255)
  .regex(/^(?!\.{1,2}$)[^/\\\0]+$/, 'must be the name of a run');

/** A model's name or its folder. */
export const modelName = z.string().min(1);

/** Bytes, base64. What they have to be is checked where they are decoded. */
export const base64 = z.string();

/** x, y, width and height, in pixels of the picture. */
export const pictureBox = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly();
export type PictureBox = z.infer<typeof pictureBox>;

/**
 * Which weights are meant: those of a model (the preferred one where none is named), or of a run: after one of its
 * epochs, or its best where none is given.
 */
export const weightsRef = z.union([
  z.strictObject({ run: runId, epoch: z.int().min(0).optional() }),
  z.strictObject({ model: modelName.optional() }),
]);
export type WeightsRef = z.infer<typeof weightsRef>;

/** Pixels that a picture may fill. */
export const room = { width: z.int().min(1).max(8192), height: z.int().min(1).max(8192) };
