import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** A path as a person types it, made absolute: `~` is the home folder. */
export function resolveUserPath(path: string, base: string = process.cwd()): string {
  return resolve(base, path.replace(/^~(?=$|[/\\])/, homedir()));
}
