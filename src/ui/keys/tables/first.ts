import type { BindingShape } from '../binding.js';

/** What a list does first: the footer has its keys in the order of the table. */
// biome-ignore format: a table is read line by line
export const firstKeys = [
  { action: 'choose', keys: ['enter'], words: 'choose', places: ['home', 'recognition', 'files'], footer: 'shown' },
] as const satisfies readonly BindingShape[];
