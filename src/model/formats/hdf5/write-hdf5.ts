import type { Group } from 'h5wasm';
import { loadHdf5 } from './load-hdf5.js';

/** A group with all that it holds. */
export interface Hdf5Content {
  /** A text, or a list of texts, by name. */
  attributes?: Readonly<Record<string, string | readonly string[]>>;
  /** By path, with `/` between the names of groups, which need not be among `groups`. */
  tensors?: ReadonlyMap<string, Hdf5Tensor>;
  groups?: ReadonlyMap<string, Hdf5Content>;
}

export interface Hdf5Tensor {
  shape: readonly number[];
  /** Row by row. */
  values: Float32Array | BigInt64Array;
}

/** The bytes of an HDF5 file, in the oldest form of the format, which every reader knows. */
export async function writeHdf5(root: Hdf5Content): Promise<Uint8Array> {
  const { files, File } = await loadHdf5();
  const place = '/written.h5';
  const file = new File(place, 'w');
  try {
    fill(file, root);
  } finally {
    file.close();
  }
  try {
    return files.readFile(place, { encoding: 'binary', flags: 'r' });
  } finally {
    files.unlink(place);
  }
}

function fill(group: Group, { attributes = {}, tensors, groups }: Hdf5Content): void {
  for (const [name, value] of Object.entries(attributes)) addAttribute(group, name, value);
  for (const [name, content] of groups ?? []) fill(group.create_group(name), content);
  for (const [path, { shape, values }] of tensors ?? []) {
    const names = path.split('/');
    const holder = names.slice(0, -1).reduce(subgroup, group);
    holder.create_dataset({ name: names[names.length - 1], data: values, shape: [...shape] });
  }
}

function addAttribute(group: Group, name: string, value: string | readonly string[]): void {
  if (typeof value === 'string') group.create_attribute(name, value);
  else if (value.length > 0) group.create_attribute(name, [...value]);
  // The library has no empty list of texts; what Keras writes is an empty list of numbers too.
  else group.create_attribute(name, new Float64Array(0), [0]);
}

function subgroup(group: Group, name: string): Group {
  if (!group.keys().includes(name)) return group.create_group(name);
  const found = group.get(name);
  if (found === null || !('keys' in found)) throw new Error(`${name} is no group`);
  return found;
}
