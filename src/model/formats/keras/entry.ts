import * as z from 'zod';

/** One layer or model in Keras's JSON, of versions 1 to 3. */
export const entrySchema = z.object({
  class_name: z.string(),
  config: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  name: z.string().optional(),
  module: z.string().nullish(),
  registered_name: z.string().nullish(),
  build_config: z.object({ input_shape: z.unknown().optional() }).nullish(),
  compile_config: z.unknown().optional(),
  inbound_nodes: z.array(z.unknown()).optional(),
});
export type Entry = z.infer<typeof entrySchema>;

/** Its name in the model that holds it. */
export function nameOf({ name, config, class_name: className }: Entry): string {
  const own = Array.isArray(config) ? undefined : config.name;
  return name ?? (typeof own === 'string' ? own : className);
}
