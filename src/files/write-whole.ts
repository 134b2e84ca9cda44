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
 * Fills a new folder and renames it to its place when it is complete.
 *
 * @throws the system's error where the place is taken by a folder with content
 */
export async function writeFolderWhole(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [name, content] of Object.entries(files))
      await writeFile(join(beside, name), content);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}
