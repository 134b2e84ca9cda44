import { join } from 'node:path';
import envPaths from 'env-paths';
import { errorLine } from '../../core/problem.js';
import { hostAddress } from '../../host/address.js';
import { programRoot, type Workspace } from '../../host/workspace.js';
import { settingsFolder } from '../../state/preferences-file.js';

export interface KeptPlace {
  what: string;
  /** A path, or why there is none. */
  where: string;
}

/** Where everything is that the program reads and writes. */
export function keptPlaces(workspace: Workspace): KeptPlace[] {
  return [
    { what: 'workspace', where: workspace.root },
    { what: 'models', where: join(workspace.root, 'models') },
    { what: 'runs', where: workspace.runs },
    { what: 'shipped models', where: join(programRoot, 'models') },
    { what: 'settings', where: settingsFolder() },
    { what: 'cache', where: cacheFolder() },
    { what: 'log of the host', where: hostLog(workspace) },
  ];
}

/** Where set-up keeps what it downloads and compiles for the native engine. */
function cacheFolder(): string {
  return process.env.DIGITSCOPE_CACHE || envPaths('digitscope', { suffix: '' }).cache;
}

function hostLog(workspace: Workspace): string {
  try {
    return hostAddress(workspace).log;
  } catch (error) {
    return errorLine(error);
  }
}
