import { type Preferences, readPreferences } from '../core/preferences.js';
import { loadPreferences } from '../state/preferences-file.js';
import type { CommonOptions } from './context.js';

/** How the app is to be drawn, as far as the command line says it. */
export interface AppOptions extends CommonOptions {
  stage?: true;
  theme?: string;
  pictures?: string;
  signs?: string;
  /** False with --no-mouse. */
  mouse?: boolean;
}

/** What the command line says comes before what the person has set in the app. */
export function readAppOptions({ stage, theme, pictures, signs, mouse }: AppOptions): {
  preferences: Preferences;
  stage: 'on' | 'off';
} {
  const said = Object.entries({
    theme,
    pictures,
    signs,
    mouse: mouse === false ? 'off' : undefined,
  });
  const given = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  return {
    preferences: readPreferences({ ...loadPreferences(), ...given }),
    stage: stage ? 'on' : 'off',
  };
}
