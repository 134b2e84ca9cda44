import type { Attribute, Dataset, Entity, Group, Metadata } from 'h5wasm';
import { Problem } from '../../../core/problem.js';
import { sizeOf } from '../../layer-shape.js';
import { damaged } from '../refusals.js';
import type { StoredTensor } from '../stored-tensor.js';

/** Numbers of HDF5's classes of types (H5Tpublic.h). */
const typeClass = { integer: 0, float: 1, text: 3 } as const;

/** Bytes of one attribute; the longest that Keras writes is the network, some kilobytes a layer. */
const largestAttribute = 16 * 2 ** 20;

/** Values that HDF5 unpacks at a time, where they are packed, beyond those of the tensor itself. */
const largestChunk = 2 ** 20;

/** A group of an HDF5 file, valid until the file is closed. Whatever the file declares is checked before it is read. */
export class Hdf5Group {
  readonly #group: Group;
  readonly #file: string;

  constructor(group: Group, file: string) {
    this.#group = group;
    this.#file = file;
  }

  /** An attribute that is one text. @throws Problem where the file is damaged there */
  text(name: string): string | undefined {
    const value = this.#attribute(name);
    if (value === undefined || typeof value === 'string') return value;
    throw damaged(this.#file, `has a ${name} that is no text`);
  }

  /**
   * An attribute that is a list of texts. Keras cuts a long one into parts, with a number after
   * the name (`save_attributes_to_hdf5_group`).
   *
   * @throws Problem where the file is damaged there
   */
  texts(name: string): string[] | undefined {
    const whole = this.#attribute(name);
    if (whole !== undefined) return listOf(whole);
    const parts: string[] = [];
    for (let place = 0; ; place += 1) {
      const part = this.#attribute(`${name}${place}`);
      if (part === undefined) return place === 0 ? undefined : parts;
      parts.push(...listOf(part));
    }
  }

  /** @param path of groups from this one, with `/` between @throws Problem where the file is damaged there */
  group(path: string): Hdf5Group | undefined {
    const entity = this.#entity(path);
    return isGroup(entity) ? new Hdf5Group(entity, this.#file) : undefined;
  }

  /** @param path as of `group` @throws Problem where the file is damaged there */
  tensor(path: string): StoredTensor | undefined {
    const entity = this.#entity(path);
    if (!isDataset(entity)) return undefined;
    const metadata = this.#guarded(path, () => entity.metadata);
    const shape = metadata.shape ?? [0];
    return {
      shape,
      read: () => {
        const obstacle = obstacleTo(metadata, sizeOf(shape));
        if (obstacle !== undefined) throw damaged(this.#file, `keeps ${path} ${obstacle}`);
        return this.#guarded(path, () => numbersOf(entity.value));
      },
    };
  }

  #entity(path: string): Entity | null {
    // The library throws for a path whose first groups are not there, so each is looked for.
    return path.split('/').reduce<Entity | null>((at, part) => {
      if (!isGroup(at)) return null;
      return this.#guarded(path, () => (at.keys().includes(part) ? at.get(part) : null));
    }, this.#group);
  }

  #attribute(name: string): string | string[] | undefined {
    const attribute = this.#guarded(name, () => {
      const { attrs } = this.#group;
      return Object.hasOwn(attrs, name) ? attrs[name] : undefined;
    });
    if (!attribute || isEmpty(attribute)) return attribute && [];
    const { type, size, total_size: count } = attribute.metadata;
    if (type !== typeClass.text) throw damaged(this.#file, `has a ${name} that is no text`);
    if (size * count > largestAttribute)
      throw damaged(this.#file, `has a ${name} too long to read`);
    return this.#guarded(name, () => textsOf(attribute.value));
  }

  /** What the library throws is a text of many lines, or an error of its memory. */
  #guarded<Result>(what: string, work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof Problem) throw cause;
      throw damaged(this.#file, `is damaged at ${what}`, cause);
    }
  }
}

function isGroup(entity: Entity | null): entity is Group {
  return entity !== null && 'type' in entity && entity.type === 'Group';
}

function isDataset(entity: Entity | null): entity is Dataset {
  return entity !== null && 'type' in entity && entity.type === 'Dataset';
}

/** Keras writes a list without a member as one of numbers. */
function isEmpty({ metadata }: Attribute): boolean {
  return metadata.shape?.includes(0) ?? true;
}

function listOf(value: string | string[]): string[] {
  return typeof value === 'string' ? [value] : value;
}

function textsOf(value: unknown): string | string[] {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new TypeError('texts were asked for');
}

function obstacleTo(metadata: Metadata, count: number): string | undefined {
  const { type, size, littleEndian, chunks, virtual_sources: elsewhere } = metadata;
  if (elsewhere) return 'in other files';
  const isNumber = type === typeClass.integer || (type === typeClass.float && size >= 4);
  if (!isNumber || !littleEndian) return 'as numbers of a kind that is not read';
  if (chunks && sizeOf(chunks) > Math.max(count, largestChunk))
    return 'in pieces too large to read';
  return undefined;
}

function numbersOf(value: unknown): Float32Array {
  if (value instanceof Float32Array) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Float32Array.of(Number(value));
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Float32Array.from(value as unknown as ArrayLike<number | bigint>, Number);
  }
  throw new TypeError('numbers were asked for');
}
