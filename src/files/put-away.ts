import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds that what was put away can be brought back: a week. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

/**
 * Folders that were deleted and can be brought back for a week. Each is kept under the time of its deletion and its
 * name, so that several of one name may lie here.
 */
export class PutAway {
  readonly #folder: string;
  readonly #now: () => number;

  /**
   * @param folder where they are kept, on the disk that they come from: `models/.deleted`
   * @param now milliseconds since 1970
   */
  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Puts a folder away under a name. */
  async put(folder: string, name: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await rename(folder, join(this.#folder, `${this.#now()}-${name}`));
  }

  /**
   * Brings the newest of a name back to a place that is free.
   *
   * @returns false where there is none of that name
   */
  async restore(name: string, folder: string): Promise<boolean> {
    const newest = (await this.#kept()).findLast((kept) => kept.name === name);
    if (!newest) return false;
    await rename(join(this.#folder, newest.entry), folder);
    return true;
  }

  /** Names of what can be brought back, the newest first, each once. */
  async names(): Promise<string[]> {
    const kept = await this.#kept();
    return [...new Set(kept.reverse().map(({ name }) => name))];
  }

  /** Lets go what has lain here for more than a week. */
  async sweep(): Promise<void> {
    const old = (await this.#kept()).filter(({ at }) => this.#now() - at > keptFor);
    for (const { entry } of old) {
      await rm(join(this.#folder, entry), { recursive: true, force: true });
    }
  }

  /** In the order of their deletion. */
  async #kept(): Promise<{ entry: string; at: number; name: string }[]> {
    const entries = await readdir(this.#folder).catch(() => []);
    return entries
      .flatMap((entry) => {
        const [, at, name] = /^(\d+)-(.+)$/.exec(entry) ?? [];
        return name === undefined ? [] : [{ entry, at: Number(at), name }];
      })
      .sort((a, b) => a.at - b.at);
  }
}
