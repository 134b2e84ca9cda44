import { fuzzyMatch } from '../fuzzy.js';
import { typingFirst, untypedKey, usableKeys } from '../keys/key-focus.js';
import { shownKey } from '../keys/key-names.js';
import { type KeyBinding, type Place, screenTabs } from '../keys/key-table.js';
import type { Availability } from '../keys/keys.js';
import { bindingsOf, capitalised, refusal, wordsNow } from '../keys/keys.js';
import type { KeyFocus } from '../terminal/services.js';
import type { Command } from './palette-commands.js';

/** One thing to do. */
export interface PaletteEntry {
  title: string;
  /** What there is to know about it, or why it cannot be done now. */
  words: string;
  state: 'ready' | 'refused';
  /** The key that does it, as it is written; empty where there is none. */
  shown: string;
  choice: { key: string } | { run: () => void } | { reason: string };
}

export interface PaletteOptions {
  place: Place;
  availability: Availability;
  commands: readonly Command[];
  /** A text field that is focused keeps the letters. */
  focus: KeyFocus;
  mode: 'unicode' | 'ascii';
}

// Itself; and the screens, which are commands so that they open from a text field too.
const leftOut: readonly string[] = ['palette', ...screenTabs.map(({ name }) => `open-${name}`)];

/**
 * What can be done, then what cannot now: the place's own keys, those of everywhere, the commands, and last what one
 * does without looking for it, as moving up and down.
 */
export function paletteEntries({ commands, ...options }: PaletteOptions): PaletteEntry[] {
  const bindings = bindingsOf(options.place).filter(({ action }) => !leftOut.includes(action));
  const isUsual = ({ action, places, footer }: KeyBinding) =>
    action === 'back' || (footer === 'hidden' && !places.includes('global'));
  const entries = [
    ...bindings.filter((binding) => !isUsual(binding)).map((each) => actionEntry(each, options)),
    ...commands.map((command) => commandEntry(command, options.mode)),
    ...bindings.filter(isUsual).map((each) => actionEntry(each, options)),
  ];
  return [...entries.filter(isReady), ...entries.filter((entry) => !isReady(entry))];
}

function actionEntry(
  binding: KeyBinding,
  { availability, focus, mode }: Omit<PaletteOptions, 'commands'>,
): PaletteEntry {
  const { action, keys } = binding;
  const said = refusal(action, availability);
  const key = untypedKey(usableKeys(keys, said), focus);
  const title = capitalised(wordsNow(binding, availability));
  const entry = { title, shown: shownKey(key ?? keys[0], mode) };
  if (key !== undefined) return { ...entry, words: '', state: 'ready', choice: { key } };
  const reason = said ?? typingFirst;
  return { ...entry, words: reason, state: 'refused', choice: { reason } };
}

function commandEntry({ title, words, key, run }: Command, mode: PaletteOptions['mode']) {
  const shown = key === undefined ? '' : shownKey(key, mode);
  return { title, words, state: 'ready', shown, choice: { run } } as const;
}

function isReady({ state }: PaletteEntry): boolean {
  return state === 'ready';
}

/** An entry that the query finds, and where its letters are. */
export interface FoundEntry {
  entry: PaletteEntry;
  inTitle: readonly number[];
  inWords: readonly number[];
}

/** The entries that have the query's letters in their title, the best first, then those that have it beside it. */
export function findEntries(entries: readonly PaletteEntry[], query: string): FoundEntry[] {
  const nowhere = { inTitle: [], inWords: [] };
  if (query.trim() === '') return entries.map((entry) => ({ entry, ...nowhere }));
  const titles = entries
    .flatMap((entry) => {
      const match = fuzzyMatch(query, entry.title);
      return match ? [{ entry, match }] : [];
    })
    // Entries that are worth the same stay in their order.
    .sort((one, other) => other.match.score - one.match.score);
  const found = new Set(titles.map(({ entry }) => entry));
  const others = entries.filter((entry) => !found.has(entry));
  return [
    ...titles.map(({ entry, match }) => ({ entry, ...nowhere, inTitle: match.at })),
    ...others.flatMap((entry) => {
      const inWords = placesOf(query.trim(), entry.words);
      return inWords.length > 0 ? [{ entry, ...nowhere, inWords }] : [];
    }),
  ];
}

/** Where a text has the query as it was typed: a few letters here and there are found in every sentence. */
function placesOf(query: string, text: string): number[] {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return [];
  const from = [...text.slice(0, at)].length;
  return Array.from({ length: [...query].length }, (_, index) => from + index);
}
