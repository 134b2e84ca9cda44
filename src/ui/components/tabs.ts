import type { ScreenName } from '../keys/key-table.js';
import { screenTabs } from '../keys/key-table.js';
import type { RowLike } from '../rows.js';
import { rowWidth, span } from '../rows.js';
import { entriesRow, type RowEntry } from './row-entries.js';

export interface TabsOptions {
  screen: ScreenName;
  /** What stands at the right end, where there is room for it. */
  status?: RowLike;
  width: number;
}

/**
 * ` Digitscope   1 Home  2 Training …`: the open screen is inverse and strong, and its number is its key, the value of
 * the entry. For a status the name of the program makes place, then the titles of the other screens.
 */
export function tabEntries({ screen, status = '', width }: TabsOptions): RowEntry<string>[] {
  const all = [programName, ...tabs(screen, 'all')];
  if (rowWidth(status) === 0) return all;
  const forms = [all, [space, ...tabs(screen, 'all')], [space, ...tabs(screen, 'open')]];
  const room = (form: readonly RowEntry<string>[]) =>
    width - rowWidth(entriesRow(form)) - rowWidth(status) - 1;
  const form = forms.find((candidate) => room(candidate) >= 2);
  return form ? [...form, { row: ' '.repeat(room(form)) }, { row: status }] : all;
}

const programName: RowEntry<string> = { row: [span(' Digitscope  ', 'accent')] };
const space: RowEntry<string> = { row: ' ' };

function tabs(screen: ScreenName, titled: 'all' | 'open'): RowEntry<string>[] {
  return screenTabs.map(({ name, key, title }) => {
    const isOpen = name === screen;
    const words = isOpen || titled === 'all' ? ` ${key} ${title} ` : ` ${key} `;
    return { row: [span(words, isOpen ? 'selected' : 'plain')], value: key };
  });
}
