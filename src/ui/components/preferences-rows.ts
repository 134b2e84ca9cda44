import {
  type PreferenceName,
  type Preferences,
  preferenceChoices,
  preferenceNames,
  readPreferences,
} from '../../core/preferences.js';
import { padTo } from '../cells.js';
import type { Display } from '../display/display.js';
import { span } from '../rows.js';
import type { RowEntry } from './row-entries.js';

/** What a preference is about, in a few words. */
export const preferenceWords: Record<PreferenceName, string> = {
  theme: 'terminal: your own 16 colours; contrast: for a projector',
  pictures: 'kitty and iterm2 need a terminal that knows them',
  signs: 'ascii where lines and curves come out as boxes',
  mouse: 'off leaves the mouse to the terminal, to select and copy text',
};

/** The preferences with another choice for one of them. */
export function withChoice(
  preferences: Preferences,
  name: PreferenceName,
  choice: string,
): Preferences {
  return readPreferences({ ...preferences, [name]: choice });
}

/** The choice after or before the present one, round and round. */
export function stepChoice(
  preferences: Preferences,
  name: PreferenceName,
  direction: 'next' | 'previous',
): Preferences {
  const choices: readonly string[] = preferenceChoices[name];
  const step = direction === 'next' ? 1 : choices.length - 1;
  const index = (choices.indexOf(preferences[name]) + step) % choices.length;
  return withChoice(preferences, name, choices[index]);
}

export interface PreferenceRowOptions {
  name: PreferenceName;
  preferences: Preferences;
  display: Display;
  state: 'selected' | 'plain';
}

/** `› theme    [auto] terminal  dark …   auto: dark`; the value of an entry is the choice that it stands for. */
export function preferenceEntries({
  name,
  preferences,
  display,
  state,
}: PreferenceRowOptions): RowEntry<string>[] {
  const pointer = state === 'selected' ? display.glyphs.pointer : ' ';
  const label = padTo(name, nameWidth);
  const choices = preferenceChoices[name].map((choice): RowEntry<string> => {
    const isChosen = choice === preferences[name];
    const words = isChosen ? `[${choice}]` : ` ${choice} `;
    return { row: [span(words, isChosen ? 'strong' : 'plain')], value: choice };
  });
  return [
    { row: [span(`${pointer} `, 'accent'), span(label, state === 'selected' ? 'accent' : 'dim')] },
    ...choices,
    { row: [span(outcome(name, preferences, display), 'dim')] },
  ];
}

const nameWidth = Math.max(...preferenceNames.map((name) => name.length)) + 2;

/** What came of the choice where it does not say so itself. */
function outcome(name: PreferenceName, preferences: Preferences, display: Display): string {
  const made = drawnAs(name, display);
  if (made === preferences[name]) return '';
  return preferences[name] === 'auto' ? `   auto: ${made}` : `   not here: ${made}`;
}

function drawnAs(name: PreferenceName, { theme, capabilities, mouse }: Display): string {
  const drawn: Record<PreferenceName, string> = {
    theme: theme.name,
    pictures: capabilities.graphics,
    signs: capabilities.text,
    mouse,
  };
  return drawn[name];
}
