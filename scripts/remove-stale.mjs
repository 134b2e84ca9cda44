import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what lies in a folder besides the named files and was last written `olderThan` milliseconds ago or before.
 */
export async function removeStale(folder, { names, olderThan, now = Date.now() }) {
  const others = (await readdir(folder)).filter((name) => !names.has(name));
  await Promise.all(
    others.map(async (name) => {
      const file = join(folder, name);
      // Another build may have removed it by now.
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs >= olderThan) await rm(file, { recursive: true, force: true });
    }),
  );
}
