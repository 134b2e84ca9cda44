import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { ModelStore } from '../model/store.js';

/** The folder that a person works in: what they train and keep is under it. */
export class Workspace {
  readonly root: string;

  constructor(root: string) {
    this.root = realpathSync(resolve(root));
  }

  get runs(): string {
    return join(this.root, 'runs');
  }

  get models(): ModelStore {
    return new ModelStore([join(this.root, 'models'), join(programRoot, 'models')]);
  }

  /** Short and the same for the same folder: names what belongs to it elsewhere. */
  get key(): string {
    return createHash('sha256').update(this.root).digest('hex').slice(0, 16);
  }
}

/** Where the program itself is installed, with its shipped models and examples. */
export const programRoot = packageFolder(dirname(fileURLToPath(import.meta.url)));

export const programVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8'))).version;

/** The version and which build of it: two builds may not share a host. */
export const programBuild = [programVersion, buildId()].filter(Boolean).join(' ');

/** The bundle and the sources lie at different depths of the same package. */
function packageFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder;
  return packageFolder(dirname(folder));
}

function buildId(): string | undefined {
  const file = join(programRoot, 'dist', 'build-id');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
