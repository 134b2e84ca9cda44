import type { BindingShape } from '../binding.js';
import { modelPlaces } from '../places.js';

/** Models. */
// biome-ignore format: a table is read line by line
export const modelKeys = [
  { action: 'open-model', keys: ['enter'], words: 'open', places: ['models'], footer: 'shown' },
  { action: 'import-model', keys: ['i'], words: 'import', places: ['models'], footer: 'shown' },
  { action: 'export-model', keys: ['e'], words: 'export', places: modelPlaces, footer: 'shown' },
  { action: 'choose-default', keys: ['m'], words: 'default', places: modelPlaces, footer: 'shown' },
  { action: 'rename-model', keys: ['r'], words: 'rename', places: modelPlaces, footer: 'shown' },
  { action: 'delete-model', keys: ['d'], words: 'delete', places: modelPlaces, footer: 'shown' },
  { action: 'undo-delete', keys: ['u'], words: 'undo', places: ['models'], footer: 'shown' },
  { action: 'fine-tune', keys: ['t'], words: 'train it on', places: modelPlaces, footer: 'shown' },
  { action: 'verify-model', keys: ['v'], words: 'verify its files', places: modelPlaces, footer: 'hidden' },
] as const satisfies readonly BindingShape[];
