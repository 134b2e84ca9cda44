import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pictureExtensions } from '../core/picture-extensions.js';
import { findPictures } from './find-pictures.js';

export interface WatchOptions {
  signal: AbortSignal;
  /** Called first of all, with the number of pictures that are there; those are not told. */
  onStart: (there: number) => void;
  /** A picture that has come or was written anew, and is whole; the next look waits for it. */
  onPicture: (file: string) => Promise<void>;
}

/** Milliseconds that a file must stay as it is before it is taken for whole: a copy over a line comes in pieces. */
const settleTime = 250;
/** Milliseconds between two looks where the system tells of no change, as on shared drives. */
const pollTime = 2000;

/**
 * Tells of pictures that come to a folder or below it.
 *
 * @returns `gone` where the folder has been taken away, `ended` where the signal was given
 * @throws the system's error where the folder cannot be read at the beginning
 */
export async function watchPictures(
  folder: string,
  { signal, onStart, onPicture }: WatchOptions,
): Promise<'ended' | 'gone'> {
  const told = await stampsOf(folder);
  onStart(told.size);
  const changes = new Changes(folder, signal);
  let unsettled = new Map<string, string>();
  try {
    while (!signal.aborted) {
      await changes.next(unsettled.size > 0 ? settleTime : pollTime);
      if (signal.aborted) break;
      const stamps = await stampsOf(folder).catch(() => undefined);
      if (!stamps) return 'gone';
      const fresh = [...stamps].filter(([file, stamp]) => told.get(file) !== stamp);
      for (const [file, stamp] of fresh) {
        if (unsettled.get(file) !== stamp) continue;
        told.set(file, stamp);
        await onPicture(file);
        if (signal.aborted) return 'ended';
      }
      unsettled = new Map(fresh.filter(([file, stamp]) => told.get(file) !== stamp));
    }
    return 'ended';
  } finally {
    changes.close();
  }
}

/** Size and time of every picture: another content has another stamp. */
async function stampsOf(folder: string): Promise<Map<string, string>> {
  const { files } = await findPictures(folder, pictureExtensions);
  const stamps = new Map<string, string>();
  for (const file of files) {
    // One that vanishes meanwhile is not there.
    const facts = await stat(file).catch(() => undefined);
    if (facts) stamps.set(file, `${facts.size} ${facts.mtimeMs}`);
  }
  return stamps;
}

/** Waits for what the system tells of a folder. */
class Changes {
  readonly #watcher: FSWatcher | undefined;
  readonly #signal: AbortSignal;
  #wake: () => void = () => {};

  constructor(folder: string, signal: AbortSignal) {
    this.#signal = signal;
    this.#watcher = open(folder);
    this.#watcher?.on('change', () => this.#wake());
    // The next look finds out what is wrong.
    this.#watcher?.on('error', () => this.#wake());
  }

  /** Resolves a little after a change, so that several count as one; or when the time is over, or the signal given. */
  async next(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, milliseconds);
      this.#signal.addEventListener('abort', () => resolve(), { once: true });
      if (milliseconds <= settleTime) return;
      this.#wake = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, settleTime / 5);
      };
    });
    this.#wake = () => {};
  }

  close(): void {
    this.#watcher?.close();
  }
}

/** Some file systems tell nothing. */
function open(folder: string): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false });
  } catch {
    return undefined;
  }
}
