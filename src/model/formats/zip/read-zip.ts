import { unzipSync } from 'fflate';
import { Problem } from '../../../core/problem.js';
import { damaged } from '../refusals.js';

/**
 * Unpacks the entries that are asked for by name, and those alone. None is ever written anywhere, so
 * their paths can lead nowhere.
 *
 * @param largest names, and bytes that each may have once it is unpacked
 * @returns what there is of them
 * @throws Problem where the bytes are no zip, or an entry is larger than it may be
 */
export function readZip(
  bytes: Uint8Array,
  largest: Readonly<Record<string, number>>,
  file: string,
): ReadonlyMap<string, Uint8Array> {
  try {
    // Memory is taken for as many bytes as an entry declares, and not for more.
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!Object.hasOwn(largest, name)) return false;
        if (originalSize > largest[name]) throw damaged(file, `has a ${name} that is too large`);
        return true;
      },
    });
    return new Map(Object.entries(entries));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw damaged(file, 'is no whole zip file', cause);
  }
}
