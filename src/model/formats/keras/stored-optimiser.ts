import * as z from 'zod';
import type { Hdf5Group } from '../hdf5/hdf5-group.js';
import type { StoredTensor } from '../stored-tensor.js';
import type { StoredOptimiser } from './read-optimiser.js';

/** An optimiser as Keras describes it beside the network, in `training_config` or `compile_config`. */
const described = z.union([
  z
    .object({ optimizer_config: z.object({ class_name: z.string() }) })
    .transform((config) => config.optimizer_config.class_name),
  z
    .object({ optimizer: z.object({ class_name: z.string() }) })
    .transform((config) => config.optimizer.class_name),
  z.object({ optimizer: z.string() }).transform((config) => config.optimizer),
]);

/** What an `.h5` keeps of its optimiser, undefined where it keeps nothing. */
export function legacyOptimiser(root: Hdf5Group): StoredOptimiser | undefined {
  const group = root.group('optimizer_weights');
  const names = group?.texts('weight_names') ?? [];
  if (!group || names.length === 0) return undefined;
  const variables = names.flatMap((name) => group.tensor(name) ?? []);
  // Until 2.10, names ended in the moment, and all first moments came before the second ones.
  const order = names.some((name) => /\/m(:0)?$/.test(name)) ? 'apart' : 'paired';
  return { name: classIn(parsed(root.text('training_config'))), variables, order };
}

/** What a `.keras` keeps of its optimiser, undefined where it keeps nothing. */
export function numberedOptimiser(
  root: Hdf5Group,
  compileConfig: unknown,
): StoredOptimiser | undefined {
  const group = root.group('optimizer/vars');
  const variables: StoredTensor[] = [];
  for (;;) {
    const next = group?.tensor(String(variables.length));
    if (!next) break;
    variables.push(next);
  }
  if (!group || variables.length === 0) return undefined;
  return { name: classIn(compileConfig) ?? group.text('name'), variables, order: 'paired' };
}

function classIn(config: unknown): string | undefined {
  const found = described.safeParse(config);
  return found.success ? found.data : undefined;
}

/** How it was trained is no reason to refuse a model, so what cannot be read is nothing. */
function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
