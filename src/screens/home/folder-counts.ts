import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { useEffect, useState } from 'react';

/**
 * Pictures in each source that is a folder of class folders, by the ends of their names; none is
 * opened, so that training may leave some out.
 *
 * @param workspace what relative sources start from
 */
export function useFolderCounts(
  sources: readonly string[],
  workspace: string,
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    let isWanted = true;
    void countSources(sources, workspace).then((found) => {
      if (isWanted) setCounts(found);
    });
    return () => {
      isWanted = false;
    };
  }, [sources, workspace]);
  return counts;
}

async function countSources(
  sources: readonly string[],
  workspace: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = await Promise.all(
    sources.map(
      async (source) => [source, await countPictures(resolve(workspace, source))] as const,
    ),
  );
  return new Map(counts.filter((entry): entry is [string, number] => entry[1] !== undefined));
}

/** Pictures in the folders 0 to 9 of a folder, or of the `digits_jpeg` in it; undefined where it has none. */
export async function countPictures(folder: string): Promise<number | undefined> {
  const names = await namesIn(folder);
  const digits = names.filter((name) => /^\d$/.test(name));
  if (digits.length === 0) {
    return names.includes('digits_jpeg') ? countPictures(join(folder, 'digits_jpeg')) : undefined;
  }
  const files = await Promise.all(digits.map((digit) => namesIn(join(folder, digit), 'below')));
  return files.flat().filter((name) => /[^/\\]\.(jpe?g|png)$/i.test(name)).length;
}

async function namesIn(folder: string, depth: 'alone' | 'below' = 'alone'): Promise<string[]> {
  return readdir(folder, { recursive: depth === 'below' }).catch(() => []);
}
