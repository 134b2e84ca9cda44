import type { Place } from './places.js';

/** One line of the table of keys. */
export interface BindingShape {
  readonly action: string;
  /** Names of `keyName`; the first is the one that is shown. */
  readonly keys: readonly string[];
  readonly words: string;
  readonly places: readonly Place[];
  /** Whether the footer shows it; the help shows everything. */
  readonly footer: 'shown' | 'hidden';
  /** Keys that have a meaning everywhere, and this one while its places are open. */
  readonly overrides?: 'global';
}
