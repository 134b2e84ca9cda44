import * as z from 'zod';

/** How a person wants the app drawn. `auto` leaves it to what the terminal says of itself. */
export const preferenceChoices = {
  theme: ['auto', 'terminal', 'dark', 'light', 'contrast'],
  pictures: ['auto', 'kitty', 'iterm2', 'half-blocks', 'ascii'],
  signs: ['auto', 'unicode', 'ascii'],
  mouse: ['on', 'off'],
} as const;

export type PreferenceName = keyof typeof preferenceChoices;

export type Preferences = {
  readonly [Name in PreferenceName]: (typeof preferenceChoices)[Name][number];
};

export const preferenceNames = Object.keys(preferenceChoices) as readonly PreferenceName[];

export const defaultPreferences: Preferences = {
  theme: 'auto',
  pictures: 'auto',
  signs: 'auto',
  mouse: 'on',
};

const shape = z.object({
  theme: z.enum(preferenceChoices.theme).catch('auto'),
  pictures: z.enum(preferenceChoices.pictures).catch('auto'),
  signs: z.enum(preferenceChoices.signs).catch('auto'),
  mouse: z.enum(preferenceChoices.mouse).catch('on'),
});

/** Preferences from what was once written; what cannot be understood is as if it had not been said. */
export function readPreferences(written: unknown): Preferences {
  const parsed = shape.safeParse(written);
  return parsed.success ? parsed.data : defaultPreferences;
}
