import type { BindingShape } from '../binding.js';

/** Recognition, and the file browser, whose letters are typed into its filter. */
// biome-ignore format: a table is read line by line
export const recognitionKeys = [
  // Recognition
  { action: 'next-picture', keys: ['right', 'n', 'l'], words: 'next picture', places: ['recognition'], footer: 'shown' },
  { action: 'open-files', keys: ['o'], words: 'open', places: ['recognition'], footer: 'shown' },
  { action: 'toggle-order', keys: ['u'], words: 'uncertain first', places: ['recognition'], footer: 'shown' },
  { action: 'filter', keys: ['/'], words: 'filter', places: ['recognition'], footer: 'shown' },
  { action: 'xray', keys: ['x'], words: 'X-ray', places: ['recognition'], footer: 'shown' },
  { action: 'whole-number', keys: ['w'], words: 'whole number', places: ['recognition'], footer: 'shown' },
  { action: 'read-samples', keys: ['s'], words: 'samples', places: ['recognition'], footer: 'shown' },
  { action: 'choose-model', keys: ['m'], words: 'model', places: ['recognition'], footer: 'shown' },
  { action: 'choose-threshold', keys: ['t'], words: 'what is no digit', places: ['recognition'], footer: 'hidden' },
  { action: 'switch-view', keys: ['tab'], words: 'table or picture', places: ['recognition'], footer: 'hidden' },
  { action: 'previous-picture', keys: ['left', 'p', 'h'], words: 'previous picture', places: ['recognition'], footer: 'hidden' },
  { action: 'save-results', keys: ['e'], words: 'save as CSV', places: ['recognition'], footer: 'hidden' },
  { action: 'save-results-json', keys: ['E'], words: 'save as JSON', places: ['recognition'], footer: 'hidden' },
  { action: 'read-again', keys: ['r'], words: 'read again', places: ['recognition'], footer: 'hidden' },

  // The file browser; letters are typed into its filter
  { action: 'mark', keys: ['space'], words: 'mark', places: ['files'], footer: 'shown' },
  { action: 'folder-up', keys: ['left'], words: 'out', places: ['files'], footer: 'shown' },
  { action: 'folder-in', keys: ['right'], words: 'in', places: ['files'], footer: 'shown' },
  { action: 'next-place', keys: ['tab'], words: 'place, complete', places: ['files'], footer: 'shown' },
  { action: 'clear', keys: ['ctrl+u'], words: 'clear what is typed', places: ['files'], footer: 'hidden' },
] as const satisfies readonly BindingShape[];
