import { errorLine } from '../core/problem.js';
import { countFolders, type FolderFacts } from './file-browser-facts.js';
import { type FolderEntry, listFolder } from './file-browser-folder.js';

/** What takes longer than a person waits without a word. */
export type Busy = 'nothing' | 'listing' | 'counting';

export interface FolderListingsOptions {
  onBusy: (busy: Busy) => void;
  /** Called with what is in some of the folders that were listed. */
  onCounted: (facts: ReadonlyMap<string, FolderFacts>) => void;
}

export interface ListingEnd {
  onListed: (entries: readonly FolderEntry[]) => void;
  /** Called with the one line that says why. */
  onFailed: (problem: string) => void;
}

/** Lists folders. Only the newest one counts: a person types and moves faster than some disks answer. */
export class FolderListings {
  readonly #options: FolderListingsOptions;
  #newest = 0;
  #listed: Promise<unknown> = Promise.resolve();

  constructor(options: FolderListingsOptions) {
    this.#options = options;
  }

  /** Resolves when the newest one is there or has failed. */
  get listed(): Promise<unknown> {
    return this.#listed;
  }

  /** Resolves when the folders in it are counted too. */
  async list(folder: string, { onListed, onFailed }: ListingEnd): Promise<void> {
    const listing = ++this.#newest;
    const isWanted = () => listing === this.#newest;
    const onBusy = (busy: Busy) => {
      if (isWanted()) this.#options.onBusy(busy);
    };
    const entries = this.#entries(folder, () => onBusy('listing'));
    this.#listed = entries.then((found) => {
      if (!isWanted()) return;
      if ('problem' in found) onFailed(found.problem);
      else onListed(found);
    });
    await this.#listed;
    const found = await entries;
    if (!('problem' in found)) {
      const counted = countFolders(found, { isWanted, onCounted: this.#options.onCounted });
      await whenSlow(counted, () => onBusy('counting'));
    }
    onBusy('nothing');
  }

  /** What is under way is not told any more. */
  cancel(): void {
    this.#newest += 1;
  }

  async #entries(folder: string, onSlow: () => void) {
    try {
      return await whenSlow(listFolder(folder), onSlow);
    } catch (error) {
      return { problem: errorLine(error) };
    }
  }
}

/** Milliseconds; a word that comes and goes at once is only unrest. */
const slow = 200;

async function whenSlow<Result>(work: Promise<Result>, tell: () => void): Promise<Result> {
  const timer = setTimeout(tell, slow);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
