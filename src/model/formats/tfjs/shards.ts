import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { damaged } from '../refusals.js';
import { byteLengthOf, type Manifest, type WeightEntry } from './manifest.js';

/** One weight of the manifest, with its bytes. */
export interface Shard {
  entry: WeightEntry;
  bytes: Buffer;
}

/**
 * Reads the files of a manifest, once their sizes are known to be those that it declares.
 *
 * @param folder that of the model.json, which no path may leave
 * @param most bytes that the network's weights may take
 * @throws Problem where a file is missing, elsewhere or of another size
 */
export async function readShards(
  manifest: Manifest,
  { folder, most, file }: { folder: string; most: number; file: string },
): Promise<Shard[]> {
  const declared = manifest.flatMap((group) => group.weights.map(byteLengthOf));
  if (sumOf(declared) > most) throw damaged(file, 'declares more weights than its network has');
  const shards: Shard[] = [];
  for (const { paths, weights } of manifest) {
    const length = sumOf(weights.map(byteLengthOf));
    const bytes = await readGroup(paths, length, { folder, file });
    let offset = 0;
    for (const entry of weights) {
      const end = offset + byteLengthOf(entry);
      shards.push({ entry, bytes: bytes.subarray(offset, end) });
      offset = end;
    }
  }
  return shards;
}

async function readGroup(
  paths: readonly string[],
  length: number,
  { folder, file }: { folder: string; file: string },
): Promise<Buffer> {
  const places = paths.map((path) => {
    if (!staysInside(path)) throw damaged(file, `names a file outside its folder, ${path}`);
    return join(folder, path);
  });
  const sizes = await Promise.all(
    places.map(async (place, index) => {
      const found = await stat(place).catch(() => undefined);
      if (!found?.isFile()) throw damaged(file, `has no ${paths[index]} beside it`);
      return found.size;
    }),
  );
  const size = sumOf(sizes);
  if (size !== length) {
    throw damaged(file, `declares ${length} bytes in ${paths.join(', ')}, where ${size} are`);
  }
  const bytes = Buffer.concat(await Promise.all(places.map((place) => readFile(place))));
  if (bytes.length !== length) throw damaged(file, 'has files that change while they are read');
  return bytes;
}

/** Plain names with `/` between: no way up, no drive, no address. */
function staysInside(path: string): boolean {
  return path.split('/').every((part) => /^[^\\:\0]+$/.test(part) && part !== '..');
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
