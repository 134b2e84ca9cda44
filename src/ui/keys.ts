import { shownKey } from './key-names.js';

/**
 * The one table of keys: dispatch, footer and help all read it. A new key is a new line here and a handler where
 * `useKeys` is called; a new screen is a line in `screenTabs` and one in the table that opens it.
 */

export const screenTabs = [
  { name: 'home', key: '1', title: 'Home' },
  { name: 'training', key: '2', title: 'Training' },
  { name: 'recognition', key: '3', title: 'Recognition' },
  { name: 'about', key: '6', title: 'About' },
] as const;

export type ScreenName = (typeof screenTabs)[number]['name'];

interface BindingShape {
  readonly action: string;
  /** Names of `keyName`; the first is the one that is shown. */
  readonly keys: readonly string[];
  readonly words: string;
  readonly screens: 'global' | readonly ScreenName[];
  /** Whether the footer shows it; the help shows everything. */
  readonly footer: 'shown' | 'hidden';
}

export const keyTable = [
  {
    action: 'start',
    keys: ['r'],
    words: 'run',
    screens: ['training'],
    footer: 'shown',
  },
  {
    action: 'stop',
    keys: ['s'],
    words: 'stop',
    screens: ['training'],
    footer: 'shown',
  },
  {
    action: 'look-at-data',
    keys: ['d'],
    words: 'look at the data',
    screens: ['training'],
    footer: 'shown',
  },
  {
    action: 'next-value',
    keys: ['right', 'l'],
    words: 'next value',
    screens: ['training'],
    footer: 'shown',
  },
  {
    action: 'previous-value',
    keys: ['left', 'h'],
    words: 'previous value',
    screens: ['training'],
    footer: 'hidden',
  },
  {
    action: 'open-files',
    keys: ['o'],
    words: 'open',
    screens: ['recognition'],
    footer: 'shown',
  },
  {
    action: 'read-samples',
    keys: ['s'],
    words: 'samples',
    screens: ['recognition'],
    footer: 'shown',
  },
  {
    action: 'choose-model',
    keys: ['m'],
    words: 'model',
    screens: ['recognition'],
    footer: 'shown',
  },
  {
    action: 'toggle-order',
    keys: ['u'],
    words: 'uncertain first',
    screens: ['recognition'],
    footer: 'shown',
  },
  {
    action: 'read-again',
    keys: ['r'],
    words: 'read again',
    screens: ['recognition'],
    footer: 'hidden',
  },
  {
    action: 'choose',
    keys: ['enter'],
    words: 'choose',
    screens: ['home', 'training', 'recognition'],
    footer: 'shown',
  },
  {
    action: 'move-up',
    keys: ['up', 'k'],
    words: 'up',
    screens: ['home', 'training', 'recognition'],
    footer: 'hidden',
  },
  {
    action: 'move-down',
    keys: ['down', 'j'],
    words: 'down',
    screens: ['home', 'training', 'recognition'],
    footer: 'hidden',
  },
  {
    action: 'page-up',
    keys: ['pageup'],
    words: 'page up',
    screens: ['training', 'recognition'],
    footer: 'hidden',
  },
  {
    action: 'page-down',
    keys: ['pagedown'],
    words: 'page down',
    screens: ['training', 'recognition'],
    footer: 'hidden',
  },
  {
    action: 'edit-next',
    keys: ['tab'],
    words: 'next field',
    screens: ['training'],
    footer: 'hidden',
  },
  {
    action: 'edit-previous',
    keys: ['shift+tab'],
    words: 'previous field',
    screens: ['training'],
    footer: 'hidden',
  },
  {
    action: 'next-picture',
    keys: ['right', 'n', 'l'],
    words: 'next picture',
    screens: ['recognition'],
    footer: 'shown',
  },
  {
    action: 'previous-picture',
    keys: ['left', 'p', 'h'],
    words: 'previous picture',
    screens: ['recognition'],
    footer: 'hidden',
  },
  { action: 'back', keys: ['escape'], words: 'back', screens: 'global', footer: 'hidden' },
  { action: 'open-home', keys: ['1'], words: 'Home', screens: 'global', footer: 'hidden' },
  { action: 'open-training', keys: ['2'], words: 'Training', screens: 'global', footer: 'hidden' },
  {
    action: 'open-recognition',
    keys: ['3'],
    words: 'Recognition',
    screens: 'global',
    footer: 'hidden',
  },
  { action: 'open-about', keys: ['6'], words: 'About', screens: 'global', footer: 'hidden' },
  { action: 'help', keys: ['?'], words: 'help', screens: 'global', footer: 'shown' },
  { action: 'leave', keys: ['q', 'ctrl+c'], words: 'leave', screens: 'global', footer: 'shown' },
] as const satisfies readonly BindingShape[];

export type Action = (typeof keyTable)[number]['action'];

export interface KeyBinding extends BindingShape {
  readonly action: Action;
}

/** What can act now. A text is the reason why an action cannot; an action that is not mentioned can. */
export type Availability = Partial<Record<Action, true | string>>;

const bindings: readonly KeyBinding[] = keyTable;

/** The action of a key on a screen; the screen's own keys come before the global ones. */
export function matchKey(name: string, screen: ScreenName): Action | undefined {
  const matching = bindingsOf(screen).filter((binding) => binding.keys.includes(name));
  return (matching.find((binding) => binding.screens !== 'global') ?? matching[0])?.action;
}

/** Why an action cannot act now; undefined when it can. */
export function refusal(action: Action, availability: Availability): string | undefined {
  const state = availability[action];
  return typeof state === 'string' ? state : undefined;
}

export interface ShownKey {
  keys: string;
  words: string;
}

/** The keys that the footer shows: those of the screen that can act, then the global ones. */
export function footerKeys(
  screen: ScreenName,
  availability: Availability,
  mode: 'unicode' | 'ascii',
): ShownKey[] {
  return bindingsOf(screen)
    .filter(({ action, footer }) => footer === 'shown' && !refusal(action, availability))
    .map(({ keys, words }) => ({ keys: shownKey(keys[0], mode), words }));
}

export interface HelpRow extends ShownKey {
  /** Why the key cannot act now. */
  reason: string | undefined;
}

/** Every key of a screen, the screen's own first. */
export function helpRows(
  screen: ScreenName,
  availability: Availability,
  mode: 'unicode' | 'ascii',
): HelpRow[] {
  return bindingsOf(screen).map(({ action, keys, words }) => ({
    keys: keys.map((key) => shownKey(key, mode)).join(' '),
    words,
    reason: refusal(action, availability),
  }));
}

function bindingsOf(screen: ScreenName): readonly KeyBinding[] {
  return bindings.filter(({ screens }) => screens === 'global' || screens.includes(screen));
}
