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
 * Fills a new folder and renames it to its place when it is complete.
 *
 * @param options.taken what becomes of a folder that is there already: `replace` takes it away when the new one is whole
 * @throws the system's error where the place is taken by a folder with content that is not to be replaced
 */
export async function writeFolderWhole(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  { taken = 'refuse' }: { taken?: 'refuse' | 'replace' } = {},
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeSafe(join(beside, name), content);
    }
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
