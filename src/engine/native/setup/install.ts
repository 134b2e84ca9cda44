import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorLine } from '../../../core/problem.js';
import { type EngineStatus, engineStatus } from '../../status.js';
import { type Artifact, fitArtifact, keptArtifacts } from './artifact.js';
import { failureFile, locateNative } from './locate.js';
import { ensureCachedBase } from './npm-package.js';
import { makeWithPackageInstaller } from './package-installer.js';
import { buildableOwnBase } from './places.js';
import { makersFor, type NativeSource, platformName, thisPlatform } from './platform.js';
import { makeFromPypi } from './pypi.js';
import { verdictOn } from './verdict.js';

export interface InstallOptions {
  /** Is told of each thing that takes longer than a moment, in a line without a full stop. */
  report: (line: string) => void;
  /** Makes a library anew where the one in the cache does not load. */
  force?: boolean;
}

/**
 * Leaves this installation with the best engine that it can have. A library that loads already
 * is left alone; one in the cache is used in under a second; else it is made. Never throws for a
 * library that cannot be had: the engine is portable then, and the status says why.
 */
export async function installEngine({
  report,
  force = false,
}: InstallOptions): Promise<EngineStatus> {
  if (process.env.DIGITSCOPE_ENGINE === 'portable') return engineStatus();
  const failure = await settle(thisInstallation(report), { force });
  noteFailure(failure);
  return engineStatus();
}

/** What `settle` decides about: one installation on one machine. */
export interface Installation<Library> {
  loads(): boolean;
  /** Who can make a library here, in the order to ask them. */
  makers: readonly NativeSource[];
  platform: string;
  /** The package folder to fit a library into. */
  base(): Promise<string>;
  kept(): Promise<readonly Library[]>;
  discard(library: Library): Promise<void>;
  make(maker: NativeSource, base: string): Promise<Library>;
  /** @returns why the library does not load in the base, or undefined if it does */
  fit(library: Library, base: string): Promise<string | undefined>;
}

/**
 * The order of things: nothing if a library loads, then what is kept, then each maker in turn.
 * A kept library that does not load is not made again of set-up's own accord: it would be
 * downloaded at every `npm install` on a machine that cannot run it.
 *
 * @returns why there is no native library, or undefined if there is
 */
export async function settle<Library>(
  installation: Installation<Library>,
  { force }: { force: boolean },
): Promise<string | undefined> {
  if (installation.loads()) return undefined;
  if (installation.makers.length === 0) {
    return `TensorFlow has no library for ${installation.platform}`;
  }
  const reasons: string[] = [];
  try {
    const base = await installation.base();
    for (const library of await installation.kept()) {
      const reason = await installation.fit(library, base);
      if (reason === undefined) return undefined;
      reasons.push(`the one in the cache: ${reason}`);
      if (force) await installation.discard(library);
    }
    if (reasons.length > 0 && !force) return reasons.join('; ');
    for (const maker of installation.makers) {
      const reason = await attempt(installation, maker, base);
      if (reason === undefined) return undefined;
      reasons.push(`${maker}: ${reason}`);
    }
  } catch (error) {
    reasons.push(errorLine(error));
  }
  return reasons.join('; ');
}

async function attempt<Library>(
  installation: Installation<Library>,
  maker: NativeSource,
  base: string,
): Promise<string | undefined> {
  try {
    return await installation.fit(await installation.make(maker, base), base);
  } catch (error) {
    return errorLine(error);
  }
}

function thisInstallation(report: (line: string) => void): Installation<Artifact> {
  const platform = thisPlatform();
  const makers = {
    'package installer': makeWithPackageInstaller,
    PyPI: makeFromPypi,
  };
  return {
    loads: () => locateNative().base !== undefined,
    makers: makersFor(platform),
    platform: platformName(platform),
    base: async () => buildableOwnBase() ?? ensureCachedBase(report),
    kept: () => keptArtifacts(platformName(platform)),
    discard: ({ folder }) => rm(folder, { recursive: true, force: true }),
    make: (maker, base) => makers[maker](base, platform, report),
    fit: async (artifact, base) => {
      await fitArtifact(artifact, base);
      const verdict = verdictOn(base, artifact.source);
      return verdict.loads ? undefined : verdict.reason;
    },
  };
}

function noteFailure(failure: string | undefined): void {
  try {
    if (failure === undefined) {
      rmSync(failureFile(), { force: true });
      return;
    }
    mkdirSync(dirname(failureFile()), { recursive: true });
    writeFileSync(failureFile(), `${failure}\n`);
  } catch {
    // A cache that cannot be written costs a status its reason, nothing else.
  }
}
