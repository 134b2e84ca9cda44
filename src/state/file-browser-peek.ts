import { stat } from 'node:fs/promises';
import type { Previews, ShownPreview } from './recognition-previews.js';

/** The picture that is looked at, as far as it is here. */
export interface PeekedPicture {
  readonly path: string;
  readonly preview: ShownPreview;
  /** Of the file; undefined until they are known, and where they cannot be. */
  readonly bytes: number | undefined;
}

export interface PeekOptions {
  previews: Previews;
  onPicture: (picture: PeekedPicture) => void;
  /** Counts a folder; never rejects. */
  countFolder: (folder: string) => Promise<void>;
}

/** What there is to look into. */
export interface PeekTarget {
  readonly kind: 'picture' | 'folder';
  readonly path: string;
}

/** Looks into what is under the cursor: one thing at a time, and of those passed quickly only the last. */
export class Peek {
  readonly #options: PeekOptions;
  #wanted: PeekTarget | undefined;
  #isLooking = false;

  constructor(options: PeekOptions) {
    this.#options = options;
  }

  at(target: PeekTarget | undefined): void {
    if (target?.path === this.#wanted?.path && target?.kind === this.#wanted?.kind) return;
    this.#wanted = target;
    void this.#lookOn();
  }

  async #lookOn(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    let seen: PeekTarget | undefined;
    while (this.#wanted !== seen) {
      seen = this.#wanted;
      if (seen?.kind === 'folder') await this.#options.countFolder(seen.path);
      else if (seen) await this.#lookAtPicture(seen.path);
    }
    this.#isLooking = false;
  }

  async #lookAtPicture(path: string): Promise<void> {
    const { previews, onPicture } = this.#options;
    const known = previews.peek(path);
    const [preview, bytes] = await Promise.all([
      known.status === 'loading' ? previews.load(path) : known,
      stat(path).then(
        ({ size }) => size,
        () => undefined,
      ),
    ]);
    if (this.#wanted?.path === path) onPicture({ path, preview, bytes });
  }
}
