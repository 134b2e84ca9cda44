import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { Problem } from '../core/problem.js';
import type { Workspace } from './workspace.js';

/** Where the host of a workspace is found. */
export interface HostAddress {
  /** A Unix socket, or a named pipe on Windows. */
  socket: string;
  /** Held by the host that listens on the socket. */
  lock: string;
  /** What the host and the libraries in it print. */
  log: string;
}

/** @throws Problem where the folder for it belongs to somebody else */
export function hostAddress(workspace: Workspace): HostAddress {
  const folder = privateFolder();
  const place = join(folder, workspace.key);
  const socket =
    process.platform === 'win32' ? `\\\\.\\pipe\\digitscope-${workspace.key}` : `${place}.sock`;
  return { socket, lock: `${place}.lock`, log: `${place}.log` };
}

function privateFolder(): string {
  const runtime = process.env.XDG_RUNTIME_DIR;
  const folder = runtime ? join(runtime, 'digitscope') : envPaths('digitscope').temp;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  const mine = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
  if (mine) return folder;
  throw new Problem(`${folder} is open to others`, {
    remedy: `remove it, or set XDG_RUNTIME_DIR to a folder of your own`,
  });
}
