import { join } from 'node:path';
import { errorLine } from '../../core/problem.js';
import { programCache } from '../../files/program-cache.js';
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
    { what: 'what is saved', where: inWorkspace(workspace, 'drawings, results, reports') },
    { what: 'what is sent', where: inWorkspace(workspace, 'inbox') },
    { what: 'shipped models', where: join(programRoot, 'models') },
    { what: 'settings', where: settingsFolder() },
    { what: 'cache', where: programCache() },
    { what: 'log of the host', where: hostLog(workspace) },
  ];
}

function inWorkspace({ root }: Workspace, names: string): string {
  return `${names} in ${root}`;
}

function hostLog(workspace: Workspace): string {
  try {
    return hostAddress(workspace).log;
  } catch (error) {
    return errorLine(error);
  }
}
