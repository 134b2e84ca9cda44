import { shownKey } from '../src/ui/keys/key-names.js';
import { type KeyBinding, keyTable, type Place, places } from '../src/ui/keys/key-table.js';
import { capitalised } from '../src/ui/keys/keys.js';

const bindings: readonly KeyBinding[] = keyTable;

const introduction = `# Keys

Every key of the program, place by place. In the program, \`?\` shows those that work where you are and why one cannot act at the moment, and \`:\` finds any of them by a few letters of what it does. The line at the bottom shows the most useful ones; a click on one of them, or on a tab, presses it.

While a text field is being edited it has the letters for itself: \`Enter\` takes what is typed, \`Esc\` gives it up, and \`Ctrl-P\` still opens the list of commands.

This page is made from the program's table of keys: \`npm run make:keys\`.
`;

/** docs/keys.md, as the table of keys has it. */
export function keysPage(): string {
  const names = Object.keys(places) as Place[];
  // What works everywhere is what one wants to know first.
  const order: Place[] = ['global', ...names.filter((name) => name !== 'global' && isFilled(name))];
  return [introduction, ...order.map(section)].join('\n');
}

function isFilled(place: Place): boolean {
  return bindings.some((binding) => binding.places.includes(place));
}

function section(place: Place): string {
  const rows = bindings
    .filter((binding) => binding.places.includes(place))
    .map(({ keys, words }) => ({ keys: keys.map(code).join(' '), words }));
  const widths = {
    keys: Math.max(...rows.map(({ keys }) => keys.length)),
    words: Math.max(...rows.map(({ words }) => words.length), 'what it does'.length),
  };
  const line = (keys: string, words: string) =>
    `| ${keys.padEnd(widths.keys)} | ${words.padEnd(widths.words)} |`;
  return [
    `## ${capitalised(places[place])}`,
    '',
    line('key', 'what it does'),
    `| ${'-'.repeat(widths.keys)} | ${'-'.repeat(widths.words)} |`,
    ...rows.map(({ keys, words }) => line(keys, words)),
    '',
  ].join('\n');
}

function code(key: string): string {
  return `\`${shownKey(key, 'unicode')}\``;
}
