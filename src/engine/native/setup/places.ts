import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { programCache } from '../../../files/program-cache.js';

/** The version of @tensorflow/tfjs-node that we load, here and in the user's cache. */
export const tfjsNodeVersion = '4.22.0';

const tfjsNode = '@tensorflow/tfjs-node';

/** Where set-up keeps libraries and packages, shared by every copy of the program. */
export function nativeCache(): string {
  return join(programCache(), 'native');
}

/**
 * The package folders of tfjs-node that may be loaded, best first: the copy among our own
 * dependencies, then the one that set-up has put into the cache.
 */
export function bases(): string[] {
  const own = ownBase();
  const cached = cachedBase();
  return [...(own === undefined ? [] : [own]), ...(existsSync(cached) ? [cached] : [])];
}

/**
 * The copy among our own dependencies if set-up may build in it, else undefined.
 * While npm runs our `postinstall` it may still be going to delete that copy, because the
 * package's own script failed; only a clone's `prepare` and a person's command come after that.
 */
export function buildableOwnBase(): string | undefined {
  const own = ownBase();
  if (own === undefined || process.env.npm_lifecycle_event === 'postinstall') return undefined;
  try {
    accessSync(own, constants.W_OK);
    return own;
  } catch {
    return undefined;
  }
}

/** The package folder that set-up installs in the cache; it need not be there. */
export function cachedBase(): string {
  return join(cachedPrefix(), 'node_modules', tfjsNode);
}

/** The npm prefix of `cachedBase`. */
export function cachedPrefix(): string {
  return join(nativeCache(), `tfjs-node-${tfjsNodeVersion}`);
}

/** The compiled binding of a base: N-API 8, so one file serves every Node from 20 on. */
export function bindingFile(base: string): string {
  return join(base, 'lib', 'napi-v8', 'tfjs_binding.node');
}

function ownBase(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${tfjsNode}/package.json`);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown };
    return version === tfjsNodeVersion ? dirname(realpathSync(manifest)) : undefined;
  } catch {
    return undefined;
  }
}
