import type * as z from 'zod';
import { damaged } from './refusals.js';

/**
 * Text of a file as what it has to hold.
 *
 * @param what it is in the file, for people: `model_config`
 * @throws Problem where it is no JSON, or other JSON
 */
export function parseJson<T>(
  text: string,
  schema: z.ZodType<T>,
  { file, what }: { file: string; what: string },
): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(file, `has a ${what} that cannot be read`, cause);
  }
}
