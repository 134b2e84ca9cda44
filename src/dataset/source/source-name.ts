import { existsSync } from 'node:fs';
import { resolveUserPath } from '../../files/user-path.js';

/** Which samples of a source that comes in two: those to train on, or those kept for testing. */
export type Half = 'train' | 'test';

export interface NamedSource {
  /** Absolute. */
  path: string;
  /** Which half was asked for; undefined where none was. */
  half?: Half;
}

/**
 * A source as a person names it: a path, and after it `:test` or `:train` where it comes in two
 * halves. A path that is there as it is typed is taken so.
 *
 * @param workspace where a relative path starts
 */
export function parseSource(source: string, workspace?: string): NamedSource {
  const path = resolveUserPath(source, workspace);
  const named = /^(.+):(train|test)$/.exec(source);
  if (!named || existsSync(path)) return { path };
  return { path: resolveUserPath(named[1], workspace), half: named[2] as Half };
}
