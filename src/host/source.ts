import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Workspace } from './workspace.js';

/** Sources that are words instead of paths. */
const builtInSources = ['mnist', 'mnist:test'] as const;

/**
 * A source as the host knows it: a word stays, a folder is said from the workspace where it is
 * inside of it, so that what is kept of a run holds when the workspace is moved.
 */
export function toHostSource(typed: string, workspace: Workspace, cwd = process.cwd()): string {
  if (isBuiltIn(typed)) return typed;
  const path = resolve(cwd, expandHome(typed));
  const inside = relative(workspace.root, path);
  const isInside = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  // A folder that is called like a word is not that word.
  return isInside && !isBuiltIn(inside) ? inside : path;
}

/** A path as typed, from the root of the file system. */
export function toAbsolutePath(typed: string, cwd = process.cwd()): string {
  return resolve(cwd, expandHome(typed));
}

function isBuiltIn(source: string): boolean {
  return builtInSources.some((word) => word === source);
}

function expandHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}
