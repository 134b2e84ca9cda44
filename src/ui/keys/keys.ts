import { usableKeys } from './key-focus.js';
import { shownKey } from './key-names.js';
import type { Action, KeyBinding, Place } from './key-table.js';
import { keyTable, places } from './key-table.js';

/**
 * What can act now. A text is the reason why an action cannot; an action that is not mentioned can. `does` says what
 * it does now, where that changes: what is switched on it switches off.
 */
export type Availability = Partial<Record<Action, true | string | { does: string }>>;

const bindings: readonly KeyBinding[] = keyTable;

/** The bindings of a place, its own before those of everywhere. */
export function bindingsOf(place: Place): readonly KeyBinding[] {
  const own = place === 'global' ? [] : bindings.filter((binding) => isIn(binding, place));
  return [...own, ...bindings.filter((binding) => isIn(binding, 'global'))];
}

/** The action of a key in a place. */
export function matchKey(name: string, place: Place): Action | undefined {
  return bindingsOf(place).find((binding) => binding.keys.includes(name))?.action;
}

/** What a key that has a meaning everywhere means in the open place instead; undefined where it has none there. */
export function overridingAction(name: string, place: Place | undefined): Action | undefined {
  const overrides = bindings.find(
    (binding) => place && isIn(binding, place) && binding.overrides && binding.keys.includes(name),
  );
  return overrides?.action;
}

/** Why a key that has no meaning in a place does nothing there. */
export function whyNothing(name: string, mode: 'unicode' | 'ascii'): string {
  const key = shownKey(name, mode);
  const elsewhere = bindings.find((binding) => binding.keys.includes(name));
  if (!elsewhere) return `${key} does nothing here: ? shows the keys`;
  const names = elsewhere.places.map((place) => places[place]).join(', ');
  return `${key} (${elsewhere.words}) works in ${names}`;
}

/** Why an action cannot act now; undefined when it can. */
export function refusal(action: Action, availability: Availability): string | undefined {
  const state = availability[action];
  return typeof state === 'string' ? state : undefined;
}

/** What an action does now, in the words for the footer, help and palette. */
export function wordsNow(
  { action, words }: Pick<KeyBinding, 'action' | 'words'>,
  availability: Availability,
): string {
  const state = availability[action];
  return typeof state === 'object' ? state.does : words;
}

export interface ShownKey {
  action: Action;
  /** The key as `keyName` names it: what a click on it presses. */
  key: string;
  /** The key as it is written. */
  shown: string;
  words: string;
}

/** The keys that the footer shows: those of the place that can act, then those of everywhere. */
export function footerKeys(
  place: Place,
  availability: Availability,
  mode: 'unicode' | 'ascii',
): ShownKey[] {
  return bindingsOf(place)
    .filter(({ footer }) => footer === 'shown')
    .flatMap((binding) => {
      const { action, keys } = binding;
      const [key] = usableKeys(keys, refusal(action, availability));
      const words = wordsNow(binding, availability);
      return key === undefined ? [] : [{ action, key, shown: shownKey(key, mode), words }];
    });
}

export interface HelpRow {
  action: Action;
  /** All keys of the action as they are written. */
  shown: string;
  words: string;
  /** Why the key cannot act now. */
  reason: string | undefined;
}

export interface HelpGroup {
  title: string;
  rows: HelpRow[];
}

/** Every key that works in a place: the place's own, then those of everywhere. */
export function helpGroups(
  place: Place,
  availability: Availability,
  mode: 'unicode' | 'ascii',
): HelpGroup[] {
  const names: Place[] = place === 'global' ? ['global'] : [place, 'global'];
  return names.map((name) => ({
    title: capitalised(places[name]),
    rows: bindings
      .filter((binding) => isIn(binding, name))
      .map((binding) => ({
        action: binding.action,
        shown: binding.keys.map((key) => shownKey(key, mode)).join(' '),
        words: wordsNow(binding, availability),
        reason: refusal(binding.action, availability) ?? overridden(name, binding.keys, place),
      })),
  }));
}

/** Why a key of everywhere does nothing in a place that has the key for itself. */
function overridden(group: Place, keys: readonly string[], place: Place): string | undefined {
  if (group !== 'global' || place === 'global') return undefined;
  const isLost = keys.every((key) => overridingAction(key, place) !== undefined);
  return isLost ? `the key is for ${places[place]} here` : undefined;
}

/** `text` as it begins a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isIn({ places: where }: KeyBinding, place: Place): boolean {
  return where.includes(place);
}
