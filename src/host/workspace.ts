import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
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
export const programRoot = fileURLToPath(new URL('../..', import.meta.url));

export const programVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8'))).version;

/** The version and, in a checkout, when it was built: two builds may not share a host. */
export const programBuild = [programVersion, builtAt()].filter(Boolean).join(' ');

function builtAt(): string | undefined {
  const stamp = statSync(join(programRoot, 'dist', '.tsbuildinfo'), { throwIfNoEntry: false });
  return stamp?.mtime.toISOString();
}
