import type { Preferences } from '../core/preferences.js';
import type { Workspace } from '../host/workspace.js';
import { savePreferences } from '../state/preferences-file.js';
import { runApp } from '../ui/terminal/run-app.js';
import { App } from './app.js';

export interface ShowAppOptions {
  /** Whether a failure is told with its stack. */
  verbose: boolean;
  preferences: Preferences;
  stage: 'on' | 'off';
}

/** Shows the full screen until the person leaves it. */
export async function showApp(
  workspace: Workspace,
  { verbose, preferences, stage }: ShowAppOptions,
): Promise<void> {
  const onPreferences = (chosen: Preferences) => void savePreferences(chosen);
  let farewell = '';
  const app = (
    <App
      workspace={workspace}
      onFarewell={(words) => {
        farewell = words;
      }}
    />
  );
  await runApp(app, { verbose, appearance: { preferences, stage, onPreferences } });
  if (farewell !== '') process.stdout.write(`${farewell}\n`);
}
