import type { BindingShape } from '../binding.js';
import { lists, longLists } from '../places.js';

/** Lists, and what works everywhere. */
// biome-ignore format: a table is read line by line
export const commonKeys = [
  // Lists
  { action: 'move-up', keys: ['up', 'k'], words: 'up', places: lists, footer: 'hidden' },
  { action: 'move-down', keys: ['down', 'j'], words: 'down', places: lists, footer: 'hidden' },
  { action: 'page-up', keys: ['pageup'], words: 'page up', places: longLists, footer: 'hidden' },
  { action: 'page-down', keys: ['pagedown'], words: 'page down', places: longLists, footer: 'hidden' },

  // Everywhere
  { action: 'back', keys: ['escape'], words: 'back', places: ['global'], footer: 'hidden' },
  { action: 'open-home', keys: ['1'], words: 'Home', places: ['global'], footer: 'hidden' },
  { action: 'open-training', keys: ['2'], words: 'Training', places: ['global'], footer: 'hidden' },
  { action: 'open-recognition', keys: ['3'], words: 'Recognition', places: ['global'], footer: 'hidden' },
  { action: 'open-live-demo', keys: ['4'], words: 'Live Demo', places: ['global'], footer: 'hidden' },
  { action: 'open-analytics', keys: ['5'], words: 'Analytics', places: ['global'], footer: 'hidden' },
  { action: 'open-about', keys: ['6'], words: 'About', places: ['global'], footer: 'hidden' },
  { action: 'open-models', keys: ['7'], words: 'Models', places: ['global'], footer: 'hidden' },
  { action: 'toggle-stage', keys: ['z'], words: 'stage mode, for a projector', places: ['global'], footer: 'hidden' },
  { action: 'palette', keys: [':', 'ctrl+p'], words: 'find any command', places: ['global'], footer: 'hidden' },
  { action: 'preferences', keys: [','], words: 'preferences', places: ['global'], footer: 'hidden' },
  { action: 'help', keys: ['?'], words: 'help', places: ['global'], footer: 'shown' },
  { action: 'leave', keys: ['q', 'ctrl+c'], words: 'leave', places: ['global'], footer: 'shown' },
] as const satisfies readonly BindingShape[];
