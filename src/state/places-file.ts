import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';
import * as z from 'zod';
import { writeFileWhole } from '../files/write-whole.js';

/** Folders from which something was chosen, newest first; kept for the next time. */
export interface RecentPlaces {
  /** Those that are still there. */
  load(): Promise<readonly string[]>;
  add(folder: string): Promise<void>;
}

const kept = 5;

const nothing = () => ({ pictures: [], dataset: [], folder: [], model: [] });
const paths = z.array(z.string()).catch([]);
const shape = z
  .object({ pictures: paths, dataset: paths, folder: paths, model: paths })
  .catch(nothing());
type Places = z.infer<typeof shape>;

/**
 * The last used places of one purpose, in `places.json`. A file that is damaged is as if it were empty; one that cannot
 * be written costs only that nothing is remembered.
 *
 * @param folder the user's folder for data
 */
export function recentPlaces(purpose: keyof Places, folder: string): RecentPlaces {
  const file = join(folder, 'places.json');
  return {
    async load() {
      const places = (await readPlaces(file))[purpose].filter(isAbsolute).slice(0, kept);
      const areThere = await Promise.all(places.map(isFolder));
      return places.filter((_, index) => areThere[index]);
    },
    async add(place) {
      // Another session may have written meanwhile.
      const places = await readPlaces(file);
      const others = places[purpose].filter((other) => other !== place);
      const next: Places = { ...places, [purpose]: [place, ...others].slice(0, kept) };
      await writeFileWhole(file, `${JSON.stringify(next, undefined, 2)}\n`).catch(() => undefined);
    },
  };
}

/** The user's folder for what the program remembers, as the system has it. */
export function userDataFolder(): string {
  return envPaths('digitscope', { suffix: '' }).data;
}

async function readPlaces(file: string): Promise<Places> {
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return nothing();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}
