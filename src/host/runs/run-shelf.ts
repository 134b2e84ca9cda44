import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../core/problem.js';

/** Days that what was put away can be brought back. */
const keptDays = 7;

/** Runs that were put away, in `.deleted` beside the others, until a week is over. */
export class RunShelf {
  readonly #runs: string;
  readonly #shelf: string;

  /** @param runs the folder of the runs' folders */
  constructor(runs: string) {
    this.#runs = runs;
    this.#shelf = join(runs, '.deleted');
  }

  /** Ids of the runs that can be brought back: a new run does not take one of them. */
  async ids(): Promise<string[]> {
    return readdir(this.#shelf).catch(() => []);
  }

  async remove(id: string): Promise<void> {
    const place = join(this.#shelf, id);
    await mkdir(this.#shelf, { recursive: true });
    await rename(join(this.#runs, id), place).catch((cause) => {
      throw new Problem(`run ${id} could not be put away`, {
        remedy: 'see that it is still there, and that its folder may be written to',
        cause,
      });
    });
    // The week begins now.
    await utimes(place, new Date(), new Date());
  }

  async restore(id: string): Promise<void> {
    await rename(join(this.#shelf, id), join(this.#runs, id)).catch((cause) => {
      throw new Problem(`run ${id} is not among those that were put away`, {
        remedy: `they are kept for ${keptDays} days, in ${this.#shelf}`,
        cause,
      });
    });
  }

  /** Deletes for good what was put away long ago. */
  async sweep(now = Date.now()): Promise<void> {
    for (const id of await this.ids()) {
      const place = join(this.#shelf, id);
      const facts = await stat(place).catch(() => undefined);
      const isOld = facts && now - facts.mtimeMs > keptDays * 24 * 3_600_000;
      if (isOld) await rm(place, { recursive: true, force: true });
    }
  }
}
