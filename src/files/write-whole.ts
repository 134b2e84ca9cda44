import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes beside and renames: the file is there whole, or as it was. */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  const directory = dirname(file);
  await mkdir(directory, { recursive: true });
  const beside = await mkdtemp(join(directory, `.${basename(file)}-`));
  try {
    const written = join(beside, basename(file));
    await writeFile(written, content);
    await rename(written, file);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Writes a new folder of files and renames it to its place when it is complete.
 *
 * @throws the system's error where the place is taken by a folder with content
 */
export function writeFolderWhole(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  return fillFolderWhole(folder, async (beside) => {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(beside, name), content);
    }
  });
}

/**
 * Lets a new folder be filled and renames it to its place when that is done; nothing is left of it where it is not.
 *
 * @param fill told the folder that is filled, which lies beside the place
 * @throws what `fill` throws; the system's error where the place is taken by a folder with content
 */
export async function fillFolderWhole(
  folder: string,
  fill: (beside: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await fill(beside);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}
