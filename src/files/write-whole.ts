import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes beside and renames: the file is there whole, or as it was. */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  const directory = dirname(file);
  await mkdir(directory, { recursive: true });
  const beside = await mkdtemp(join(directory, `.${basename(file)}-`));
  try {
    const written = join(beside, basename(file));
    await writeSafe(written, content);
    await rename(written, file);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Writes a new folder of files and renames it to its place when it is complete.
 *
 * @throws as `fillFolderWhole`
 */
export function writeFolderWhole(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: FolderOptions = {},
): Promise<void> {
  const fill = async (beside: string) => {
    for (const [name, content] of Object.entries(files)) {
      await writeSafe(join(beside, name), content);
    }
  };
  return fillFolderWhole(folder, fill, options);
}

export interface FolderOptions {
  /** What becomes of a folder that is there already: `replace` takes it away when the new one is whole. */
  taken?: 'refuse' | 'replace';
}

/**
 * Lets a new folder be filled and renames it to its place when that is done; nothing is left of it where it is not.
 *
 * @param fill told the folder that is filled, which lies beside the place
 * @throws what `fill` throws; the system's error where the place is taken by a folder with content that is not to be
 * replaced
 */
export async function fillFolderWhole(
  folder: string,
  fill: (beside: string) => Promise<void>,
  { taken = 'refuse' }: FolderOptions = {},
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await fill(beside);
    if (taken === 'replace') await setAside(folder);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** What is written would survive a loss of power before it gets its name. */
async function writeSafe(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Takes a folder out of the way at once; deleting it may take a while. */
async function setAside(folder: string): Promise<void> {
  const aside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-old-`));
  try {
    await rename(folder, join(aside, basename(folder))).catch(passWhereMissing);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function passWhereMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
