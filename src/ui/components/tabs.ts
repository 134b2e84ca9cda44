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
 * the entry. Where there is less room the tabs stand closer; for a status the name of the program makes place too, then
 * the titles of the other screens, the last ones first.
 */
export function tabEntries({ screen, status = '', width }: TabsOptions): RowEntry<string>[] {
  const forms = [
    [programName, ...wideTabs(screen, 'all')],
    [programName, ...closeTabs(screen, screenTabs.length)],
    ...screenTabs.map((_, fewer) => closeTabs(screen, screenTabs.length - fewer)),
    [space, ...wideTabs(screen, 'open')],
  ];
  const room = (form: readonly RowEntry<string>[]) => width - rowWidth(entriesRow(form));
  const statusWidth = rowWidth(status);
  if (statusWidth > 0) {
    const form = forms.find((candidate) => room(candidate) >= statusWidth + 3);
    if (form) {
      const gap = { row: ' '.repeat(room(form) - statusWidth - 1) };
      return [...form, gap, { row: status }];
    }
  }
  return forms.find((candidate) => room(candidate) >= 0) ?? forms[0];
}

const programName: RowEntry<string> = { row: [span(' Digitscope  ', 'accent')] };
const space: RowEntry<string> = { row: ' ' };

function wideTabs(screen: ScreenName, titled: 'all' | 'open'): RowEntry<string>[] {
  return screenTabs.map(({ name, key, title }) => {
    const isOpen = name === screen;
    const words = isOpen || titled === 'all' ? ` ${key} ${title} ` : ` ${key} `;
    return { row: [span(words, isOpen ? 'selected' : 'plain')], value: key };
  });
}

/** One space between two of them; the open one has those at both its sides. @param titled how many have their titles */
function closeTabs(screen: ScreenName, titled: number): RowEntry<string>[] {
  const open = screenTabs.findIndex(({ name }) => name === screen);
  return screenTabs.map(({ key, title }, place) => {
    if (place === open) return { row: [span(` ${key} ${title} `, 'selected')], value: key };
    const words = place < titled ? `${key} ${title}` : key;
    return { row: `${place === open + 1 ? '' : ' '}${words}`, value: key };
  });
}
