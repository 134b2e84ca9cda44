import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { type Preferences, readPreferences } from '../core/preferences.js';
import { writeFileWhole } from '../files/write-whole.js';

/** What the person has set; the usual where nothing is written or it cannot be read. */
export function loadPreferences(folder: string = settingsFolder()): Preferences {
  try {
    return readPreferences(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return readPreferences({});
  }
}

/** Writes them for the next time; a home folder that cannot be written to costs only that. */
export async function savePreferences(
  preferences: Preferences,
  folder: string = settingsFolder(),
): Promise<void> {
  const text = `${JSON.stringify(preferences, undefined, 2)}\n`;
  await writeFileWhole(fileIn(folder), text).catch(() => undefined);
}

function fileIn(folder: string): string {
  return join(folder, 'preferences.json');
}

/** The user's folder for settings, as the system has it. */
export function settingsFolder(): string {
  return envPaths('digitscope', { suffix: '' }).config;
}
