import { type FSWatcher, readdirSync, statfsSync, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Stamp } from './stamp.js';

/** So many folders are watched for one source. */
const mostFolders = 64;

/**
 * Hears whether anything happens to the files and folders of a stamp, so that tens of thousands of files need not be
 * looked at one by one again. Only where hearing is sure: on Linux, on a disk of this machine, where no file is a link.
 */
export class QuietFolders {
  readonly #folders: ReadonlyMap<string, string>;
  readonly #watchers: FSWatcher[] = [];
  #isQuiet = true;

  /** @returns undefined where nobody can be sure of hearing everything */
  static over({ paths }: Stamp): QuietFolders | undefined {
    if (process.platform !== 'linux') return undefined;
    try {
      const folders = foldersOf(paths.slice(0, paths.length));
      if (folders.length > mostFolders || !folders.every(isPlain)) return undefined;
      return new QuietFolders(folders);
    } catch {
      return undefined;
    }
  }

  private constructor(folders: readonly string[]) {
    this.#folders = new Map(folders.map((folder) => [folder, identity(folder)]));
    const noise = () => {
      this.#isQuiet = false;
    };
    try {
      for (const folder of folders) {
        const watcher = watch(folder, { persistent: false }, noise);
        watcher.on('error', noise);
        this.#watchers.push(watcher);
      }
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** True where nothing was heard up to now, and the folders are those that are listened to. */
  async isQuiet(): Promise<boolean> {
    // What the system has noted by now is heard within a turn of the event loop.
    for (let turn = 0; turn < turnsToHear; turn++) await setImmediate();
    return this.#isQuiet && [...this.#folders].every(([path, was]) => identity(path) === was);
  }

  close(): void {
    this.#isQuiet = false;
    for (const watcher of this.#watchers) watcher.close();
  }
}

const turnsToHear = 2;

/** Each folder that holds a path of the stamp, or is one. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const folder = dirname(path);
    if (!folders.has(folder)) folders.add(folder);
  }
  return [...folders];
}

/** A folder on a disk of this machine with plain files and folders alone. */
function isPlain(folder: string): boolean {
  if (!localDisks.has(statfsSync(folder).type)) return false;
  return readdirSync(folder, { withFileTypes: true }).every(
    (entry) => entry.isFile() || entry.isDirectory(),
  );
}

/** Changes on these are all made by this machine's kernel (statfs(2), `f_type`). */
const localDisks: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // XFS
  0x9123683e, // Btrfs
  0xf2f52010, // F2FS
  0x2fc12fc1, // ZFS
  0x01021994, // tmpfs
  0x794c7630, // overlay, as of containers
]);

function identity(folder: string): string {
  const { dev, ino, mtimeMs, ctimeMs } = statSync(folder);
  return [dev, ino, mtimeMs, ctimeMs].join();
}
