import type { KeyFocus } from '../terminal/services.js';
import { isLetter } from './key-names.js';

/** A place with a line to type into: what is typed is no key of the place, all others are. */
export interface Typing {
  /** Called with a character, `space` or `backspace`. */
  onType: (name: string) => void;
  /** Whether Space is typed or does what the place has for it. */
  space: 'typed' | 'acts';
}

/** Whether the key is typed in such a place. */
export function isTyped(name: string, { space }: Pick<Typing, 'space'>): boolean {
  if (name === 'space') return space === 'typed';
  return name === 'backspace' || isLetter(name);
}

/** Whether an overlay keeps the key from what lies under it. */
export function isCovered(name: string, { overlays }: Pick<KeyFocus, 'overlays'>): boolean {
  return overlays > 0 && name !== 'ctrl+c';
}

// What a focused text field keeps for itself, besides letters.
const fieldKeys = new Set(['enter', 'escape', 'left', 'right', 'home', 'end', 'backspace']);

/** Whether a text field or an overlay keeps the key from the screen. */
export function isTaken(name: string, focus: KeyFocus): boolean {
  const isForField = focus.fields > 0 && (isLetter(name) || fieldKeys.has(name));
  return isForField || isCovered(name, focus);
}

/** Why a key that would be typed cannot act. */
export const typingFirst = 'Enter or Esc ends the typing first';

/** The keys that do something although an action is refused for that reason: a text field leaves some of them. */
export function usableKeys(keys: readonly string[], reason: string | undefined): readonly string[] {
  if (reason === undefined) return keys;
  if (reason !== typingFirst) return [];
  return keys.filter((name) => !isTaken(name, { fields: 1, overlays: 0 }));
}

/**
 * Of the keys of a binding the first that is no letter of what is typed; undefined where they all are. Space is shown
 * where it acts only.
 */
export function untypedKey(keys: readonly string[], { fields }: KeyFocus): string | undefined {
  return keys.find((name) => fields === 0 || name === 'space' || !isLetter(name));
}
