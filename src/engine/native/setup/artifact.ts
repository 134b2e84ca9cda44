import { randomUUID } from 'node:crypto';
import {
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import * as z from 'zod';
import { bindingFile, nativeCache, tfjsNodeVersion } from './places.js';
import { nativeSources } from './platform.js';

const manifestName = 'artifact.json';

const manifestSchema = z.object({
  source: z.enum(nativeSources),
  tfjsNode: z.literal(tfjsNodeVersion),
  platform: z.string(),
  /** Of the file that the libraries were unpacked from, where it was checked. */
  sha256: z.string().optional(),
  files: z.array(z.object({ path: z.string(), size: z.number() })),
});
type Manifest = z.infer<typeof manifestSchema>;

/**
 * A native library with its binding, whole and ready, in the user's cache. Its files lie as they
 * must lie in a base: `deps/lib/…` and `lib/napi-v8/tfjs_binding.node`.
 */
export interface Artifact extends Omit<Manifest, 'tfjsNode'> {
  folder: string;
}

/** A new folder in the cache to make an artifact in. Those that were left by a crash are removed. */
export async function newWorkshop(): Promise<string> {
  const cache = nativeCache();
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    if (!name.startsWith('making-')) continue;
    const stats = await stat(join(cache, name)).catch(() => undefined);
    const age = stats === undefined ? 0 : Date.now() - stats.mtimeMs;
    if (age > 3_600_000) await rm(join(cache, name), { recursive: true, force: true });
  }
  return mkdtemp(join(cache, 'making-'));
}

/**
 * Puts what was made in a folder into the cache, in one rename. Where another install has been
 * faster, its artifact is the one that counts: it may be in use already.
 */
export async function keepArtifact(
  made: string,
  about: Pick<Manifest, 'source' | 'platform' | 'sha256'>,
): Promise<Artifact> {
  const paths = [
    ...(await filesUnder(join(made, 'deps'))),
    ...(await filesUnder(join(made, 'lib'))),
  ];
  const files = await Promise.all(
    paths.map(async (path) => ({
      path: relative(made, path).split(sep).join('/'),
      size: (await lstat(path)).size,
    })),
  );
  const manifest: Manifest = { ...about, tfjsNode: tfjsNodeVersion, files };
  await writeFile(join(made, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  const name = about.source === 'PyPI' ? 'pypi' : 'package-installer';
  const folder = join(nativeCache(), `library-${name}-${tfjsNodeVersion}-${about.platform}`);
  const sooner = await readArtifact(folder);
  if (sooner !== undefined) return sooner;
  await rm(folder, { recursive: true, force: true });
  await rename(made, folder);
  return { ...manifest, folder };
}

/** The artifacts in the cache that are whole and made for a platform. */
export async function keptArtifacts(platform: string): Promise<Artifact[]> {
  const names = await readdir(nativeCache()).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.startsWith('library-'))
      .sort()
      .map((name) => readArtifact(join(nativeCache(), name))),
  );
  return found.filter((artifact) => artifact !== undefined).filter((a) => a.platform === platform);
}

/**
 * Fits an artifact into a base, in a moment: libraries are hard links where the file system
 * allows it, so that they exist once, and outlive the cache. The binding, without which nothing
 * is loaded, comes last.
 */
export async function fitArtifact(artifact: Artifact, base: string): Promise<void> {
  const binding = relative(artifact.folder, bindingFile(artifact.folder)).split(sep).join('/');
  const libraries = artifact.files.filter(({ path }) => path !== binding);
  for (const { path } of libraries)
    await place(join(artifact.folder, path), join(base, path), 'link');
  await place(join(artifact.folder, binding), join(base, binding), 'copy');
}

async function place(from: string, to: string, how: 'link' | 'copy'): Promise<void> {
  const beside = `${to}.${randomUUID()}`;
  await mkdir(dirname(to), { recursive: true });
  if ((await lstat(from)).isSymbolicLink()) await symlink(await readlink(from), beside);
  else if (how === 'copy') await copyFile(from, beside);
  else await link(from, beside).catch(() => symlink(from, beside));
  await rename(beside, to);
  // Where both names are links to one file, the rename does nothing and leaves this one.
  await rm(beside, { force: true });
}

async function readArtifact(folder: string): Promise<Artifact | undefined> {
  try {
    const manifest = manifestSchema.parse(
      JSON.parse(await readFile(join(folder, manifestName), 'utf8')),
    );
    for (const { path, size } of manifest.files) {
      if ((await lstat(join(folder, path))).size !== size) return undefined;
    }
    return { ...manifest, folder };
  } catch {
    return undefined;
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
