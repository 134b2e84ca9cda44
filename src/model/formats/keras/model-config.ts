import * as z from 'zod';
import { unfit, unsupported } from '../refusals.js';
import { chainOf } from './chain.js';
import { type Entry, entrySchema, nameOf } from './entry.js';
import type { KerasLayer, KerasModel } from './keras-layer.js';
import { createPlaces } from './places.js';

/**
 * Takes a model's description apart to the layers that an image passes, those of models within it
 * included.
 *
 * @param file how it is called in messages
 * @throws Problem where it is not one chain of layers from one input to one output
 */
export function readModelConfig(model: Entry, file: string): KerasModel {
  if (!isModel(model)) {
    throw unfit(file, `its model is a ${model.class_name}, neither Sequential nor functional`);
  }
  return flatten(model, { file, depth: 0, place: '' });
}

interface Place {
  file: string;
  depth: number;
  /** Of the model, ending in `/` where it is within another. */
  place: string;
  outermost?: string;
}

const modelClasses = ['Sequential', 'Functional', 'Model'];
const deepest = 8;

function isModel({ class_name: className }: Entry): boolean {
  return modelClasses.includes(className);
}

const shapeSchema = z.array(z.number().int().positive().nullable());
const modelConfig = z.object({
  name: z.string().optional(),
  layers: z.array(entrySchema),
  build_input_shape: z.unknown().optional(),
  input_layers: z.unknown().optional(),
  output_layers: z.unknown().optional(),
});

function flatten(model: Entry, { file, depth, place, outermost }: Place): KerasModel {
  if (depth > deepest) throw unfit(file, `it has models within models, ${depth} deep`);
  // Keras 1 and the first of 2 wrote the layers of a Sequential alone.
  const whole = Array.isArray(model.config) ? { layers: model.config } : model.config;
  const parsed = modelConfig.safeParse(whole);
  if (!parsed.success) throw unfit(file, `its model ${model.name ?? ''} cannot be read`);
  const { name = 'model', layers: entries, build_input_shape: built } = parsed.data;

  const placeOf = createPlaces();
  const places = new Map(entries.map((entry) => [entry, `${place}layers/${placeOf(entry)}`]));
  const chain = model.class_name === 'Sequential' ? entries : chainOf(parsed.data, file);
  const layers: KerasLayer[] = [];
  let input: KerasModel['input'] = shapeOf(built);
  for (const entry of chain) {
    const own = nameOf(entry);
    if (layers.length === 0) input = inputOf(entry) ?? input;
    if (entry.class_name === 'InputLayer') continue;
    const path = places.get(entry) ?? '';
    if (isModel(entry)) {
      const top = outermost ?? own;
      const within = flatten(entry, { file, depth: depth + 1, place: `${path}/`, outermost: top });
      if (layers.length === 0) input ??= within.input;
      layers.push(...within.layers);
    } else {
      layers.push(layerOf(entry, { place: path, outermost: outermost ?? own }));
    }
  }
  return { name, input, layers };
}

function layerOf(entry: Entry, at: Pick<KerasLayer, 'place' | 'outermost'>): KerasLayer {
  const name = nameOf(entry);
  const layer = { className: entry.class_name, name };
  const { module, registered_name: registered, config } = entry;
  const isOwn = module != null && !/^(keras|tf_keras|tensorflow)(\.|$)/.test(module);
  if (isOwn || registered?.includes('>')) {
    throw unsupported(layer, 'since it is of a class that came with its maker’s code');
  }
  if (Array.isArray(config)) throw unsupported(layer, 'since its settings cannot be read');
  return { ...layer, config, ...at };
}

/** What the first layer, or the one that stands for the input, says of an image. */
function inputOf({ config, build_config: build }: Entry): KerasModel['input'] {
  if (Array.isArray(config)) return undefined;
  const batch = config.batch_shape ?? config.batch_input_shape ?? build?.input_shape;
  const single = shapeOf(config.input_shape ?? config.shape);
  return shapeOf(batch) ?? (single && [null, ...single]);
}

function shapeOf(value: unknown): (number | null)[] | undefined {
  const parsed = shapeSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
