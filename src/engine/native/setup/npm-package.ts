import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cachedBase, cachedPrefix, nativeCache, tfjsNodeVersion } from './places.js';
import { runTool } from './tool.js';

/**
 * Makes sure that tfjs-node is in the cache, without running its script: npm 10 leaves the
 * package out of ours where that script fails.
 *
 * @returns its package folder
 * @throws ToolFailure if npm cannot install it
 */
export async function ensureCachedBase(report: (line: string) => void): Promise<string> {
  if (isThere()) return cachedBase();
  report(`getting tfjs-node ${tfjsNodeVersion} from npm`);
  await mkdir(nativeCache(), { recursive: true });
  const prefix = await mkdtemp(join(nativeCache(), 'making-'));
  try {
    await writeFile(join(prefix, 'package.json'), '{ "private": true }\n');
    const { command, args } = npm();
    await runTool(command, [...args, ...npmArguments(prefix)], {
      cwd: prefix,
      env: environmentForNpm(process.env),
      limit: 600,
    });
    // Another install may have been faster, and its copy be in use already.
    if (isThere()) return cachedBase();
    await rm(cachedPrefix(), { recursive: true, force: true });
    await rename(prefix, cachedPrefix());
    return cachedBase();
  } finally {
    await rm(prefix, { recursive: true, force: true });
  }
}

function isThere(): boolean {
  return existsSync(join(cachedBase(), 'package.json'));
}

function npmArguments(prefix: string): string[] {
  return [
    ...['install', '--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'],
    ...['--loglevel=error', '--prefix', prefix, `@tensorflow/tfjs-node@${tfjsNodeVersion}`],
  ];
}

/** The npm that is running us, else the one beside this Node, else the one on the path. */
function npm(): { command: string; args: string[] } {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return { command: process.execPath, args: [running] };
  if (existsSync(beside)) return { command: process.execPath, args: [beside] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

const keptNpmSettings =
  /^npm_config_(registry|userconfig|globalconfig|cache|cafile|ca|proxy|https_proxy|noproxy|offline|prefer_offline)$/i;

/** Without what an outer npm passes on: `--global` would send the package to the wrong place. */
export function environmentForNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^npm_/i.test(name) || keptNpmSettings.test(name),
    ),
  );
}
