import type { Workspace } from '../host/workspace.js';
import { runApp } from '../ui/terminal/run-app.js';
import { App } from './app.js';

/** Shows the full screen until the person leaves it. */
export async function showApp(workspace: Workspace, options: { verbose: boolean }): Promise<void> {
  await runApp(<App workspace={workspace} />, options);
}
