import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, sep } from 'node:path';
import { type Artifact, keepArtifact, newWorkshop } from './artifact.js';
import { bindingFile } from './places.js';
import { type Platform, platformName } from './platform.js';
import { runTool, ToolFailure } from './tool.js';

/**
 * Makes a native library with tfjs-node's own installer, which downloads libtensorflow and a
 * ready-made binding. It works in a copy of the package, so that no base is ever half written.
 *
 * @throws ToolFailure if its download is not reachable or it fails
 */
export async function makeWithPackageInstaller(
  base: string,
  platform: Platform,
  report: (line: string) => void,
): Promise<Artifact> {
  await requireDownload(base, platform);
  report("running tfjs-node's own installer");
  // Beside the base, where the installer finds the packages that it needs.
  const copy = await mkdtemp(join(dirname(base), '.tfjs-node-'));
  const workshop = await newWorkshop();
  try {
    await cp(base, copy, { recursive: true, filter: (path) => !isMade(base, path) });
    const tools = [join(dirname(dirname(base)), '.bin'), dirname(process.execPath)];
    await runTool(process.execPath, ['scripts/install.js'], {
      cwd: copy,
      env: { ...process.env, PATH: [...tools, process.env.PATH ?? ''].join(delimiter) },
      limit: 900,
    });
    if (!existsSync(bindingFile(copy))) throw new ToolFailure("tfjs-node's installer made nothing");
    for (const folder of ['deps/lib', 'lib']) {
      await cp(join(copy, folder), join(workshop, folder), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
    return await keepArtifact(workshop, {
      source: 'package installer',
      platform: platformName(platform),
    });
  } finally {
    await rm(copy, { recursive: true, force: true });
    await rm(workshop, { recursive: true, force: true });
  }
}

function isMade(base: string, path: string): boolean {
  return ['deps', 'lib'].some((name) => `${path}${sep}`.startsWith(join(base, name) + sep));
}

/** Asks for the ready-made binding first, so that a closed network costs seconds, not minutes. */
async function requireDownload(base: string, platform: Platform): Promise<void> {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy } = process.env;
  // The installer knows how to use a proxy, and our fetch does not.
  if (HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy) return;
  const url = bindingUrl(base, platform);
  const { host } = new URL(url);
  const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).catch(
    () => {
      throw new ToolFailure(`${host} is not reachable`);
    },
  );
  if (!response.ok) throw new ToolFailure(`${host} refuses the download (${response.status})`);
}

function bindingUrl(base: string, { os }: Platform): string {
  const { binary, version } = createRequire(import.meta.url)(join(base, 'package.json')) as {
    binary: { host: string };
    version: string;
  };
  const host = process.env.npm_config_tfjs_binding_binary_host_mirror || binary.host;
  const file = os === 'win32' ? 'CPU-windows' : `CPU-${os}`;
  return `${host}/napi-v8/${version}/${file}-${version}.${os === 'win32' ? 'zip' : 'tar.gz'}`;
}
