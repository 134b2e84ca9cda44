import { sizeOf } from '../../layer-shape.js';
import { type Parameter, parametersOf } from '../../parameters.js';
import type { Weights } from '../../weights.js';
import { damaged } from '../refusals.js';
import type { KerasLayer } from './keras-layer.js';
import type { KerasNetwork } from './network-of.js';
import { type TensorSource, type VariableName, variableNames } from './tensor-source.js';

/**
 * Reads the weights of a network, each after its shape in the file is found to be right.
 *
 * @throws Problem where one is missing, has another shape or is not finite
 */
export function readWeights(
  { network, sources }: KerasNetwork,
  tensors: TensorSource,
  file: string,
): Weights {
  const parameters = parametersOf(network);
  return new Map(
    parameters.map((parameter) => {
      const layer = sources.get(parameter.layer);
      if (!layer) throw new Error(`no source of layer ${parameter.layer}`);
      const own = parameters.filter((other) => other.layer === parameter.layer);
      return [parameter.name, readParameter(parameter, own, { layer, tensors, file })];
    }),
  );
}

/** Keras's name of the variable that a parameter is read from. */
export function variableOf({ role }: Pick<Parameter, 'role'>): VariableName {
  const name = role.replace('-', '_');
  const found = variableNames.find((variable) => variable === name);
  if (!found) throw new Error(`Keras has no ${role}`);
  return found;
}

interface Source {
  layer: KerasLayer;
  tensors: TensorSource;
  file: string;
}

function readParameter(
  parameter: Parameter,
  own: readonly Parameter[],
  { layer, tensors, file }: Source,
): Float32Array {
  const { shape } = parameter;
  const variable = variableOf(parameter);
  const neutral = missingValue(variable, layer);
  if (neutral !== undefined) return new Float32Array(sizeOf(shape)).fill(neutral);
  const stored = own.map(variableOf).filter((other) => missingValue(other, layer) === undefined);
  const tensor = tensors.find(layer, variable, stored);
  const words = `${variable} of layer ${layer.name}`;
  if (!tensor) throw damaged(file, `has no ${words}`);
  if (tensor.shape.join() !== shape.join()) {
    throw damaged(file, `has the ${words} as ${sidesOf(tensor.shape)}, not as ${sidesOf(shape)}`);
  }
  const values = tensor.read();
  if (values.length !== sizeOf(shape)) throw damaged(file, `has not all of the ${words}`);
  if (!values.every(Number.isFinite)) {
    throw damaged(file, `has values in the ${words} that are not finite`);
  }
  return values;
}

/** Batch normalisation may be without scale or shift there, and never is here: what changes nothing. */
function missingValue(variable: VariableName, { config }: KerasLayer): number | undefined {
  if (variable === 'gamma' && config.scale === false) return 1;
  return variable === 'beta' && config.center === false ? 0 : undefined;
}

function sidesOf(shape: readonly number[]): string {
  return shape.length === 0 ? 'one number' : shape.join('x');
}
