import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot, type Workspace } from './workspace.js';

/** Starts a host as a process of its own, which outlives this one; what it prints is added to its log. */
export function startHost(workspace: Workspace, log: string): void {
  const output = openSync(log, 'a', 0o600);
  try {
    const program = join(programRoot, 'dist', 'main.js');
    spawn(process.execPath, [program, 'host', '--workspace', workspace.root], {
      cwd: workspace.root,
      detached: true,
      stdio: ['ignore', output, output],
    }).unref();
  } finally {
    closeSync(output);
  }
}
