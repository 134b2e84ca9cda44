import { isAbsolute, relative } from 'node:path';
import { resolveUserPath } from '../files/user-path.js';
import type { Workspace } from './workspace.js';

/** Sources that are words instead of paths. */
const builtInSources = ['mnist', 'mnist:test'] as const;

/**
 * A source as the host knows it: a word stays, a folder is said from the workspace where it is
 * inside of it, so that what is kept of a run holds when the workspace is moved.
 */
export function toHostSource(typed: string, workspace: Workspace, cwd = process.cwd()): string {
  if (isBuiltIn(typed)) return typed;
  const path = resolveUserPath(typed, cwd);
  const inside = relative(workspace.root, path);
  const isInside = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  // A folder that is called like a word is not that word.
  return isInside && !isBuiltIn(inside) ? inside : path;
}

function isBuiltIn(source: string): boolean {
  return builtInSources.some((word) => word === source);
}
