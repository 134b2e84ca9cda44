import type { Samples } from '../samples.js';
import { isCurrent } from './check-stamp.js';
import { QuietFolders } from './quiet-folders.js';

interface Entry {
  samples: WeakRef<Samples>;
  /** Who hears of changes, once every file was found as it was since they listen; nobody before the second look. */
  quiet: Promise<QuietFolders | undefined>;
}

/**
 * Samples that were loaded and are still in use, by their packed file: they are not read twice, and lie in memory once.
 * Their files are looked at again each time, or listened to where that is as sure.
 */
export class SamplesInUse {
  readonly #entries = new Map<string, Entry>();
  readonly #ended = new FinalizationRegistry<Entry>((entry) => void closeQuiet(entry));

  put(file: string, samples: Samples): void {
    const before = this.#entries.get(file);
    if (before?.samples.deref() === samples) return;
    if (before) void closeQuiet(before);
    // The next look begins to listen: most are loaded once.
    const entry: Entry = { samples: new WeakRef(samples), quiet: Promise.resolve(undefined) };
    this.#entries.set(file, entry);
    this.#ended.register(samples, entry);
  }

  /**
   * Those that are in use and whose files are as they were.
   *
   * @returns `gone` where nobody uses them any more, `changed` where a file of theirs is not as it was
   */
  async find(file: string, signal?: AbortSignal): Promise<Samples | 'gone' | 'changed'> {
    const entry = this.#entries.get(file);
    const samples = entry?.samples.deref();
    if (!entry || !samples) return 'gone';
    const quiet = await entry.quiet;
    signal?.throwIfAborted();
    if (await quiet?.isQuiet()) return samples;
    void closeQuiet(entry);
    // Who listens does so before the files are looked at: nothing happens unseen in between.
    entry.quiet = listen(samples);
    if (await entry.quiet) return samples;
    return (await isCurrent(samples.stamp, { signal })) ? samples : 'changed';
  }
}

/** @returns undefined where nobody can listen, or something has changed already */
async function listen({ stamp }: Samples): Promise<QuietFolders | undefined> {
  const quiet = QuietFolders.over(stamp);
  if (!quiet) return undefined;
  if (await isCurrent(stamp, { names: 'one' }).catch(() => false)) return quiet;
  quiet.close();
  return undefined;
}

async function closeQuiet({ quiet }: Entry): Promise<void> {
  (await quiet)?.close();
}
