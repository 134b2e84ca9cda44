import type { Key } from 'ink';

const named = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  // What terminals send for Backspace arrives as delete.
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof Key, string])[];

/**
 * One name for a key press: 'a', 'A', '?', 'space', 'up', 'enter', 'shift+tab', 'ctrl+c', 'alt+x'.
 * Undefined for what no key of ours sends.
 */
export function keyName(input: string, key: Key): string | undefined {
  if (key.tab) return key.shift ? 'shift+tab' : 'tab';
  const found = named.find(([property]) => key[property]);
  if (found) return found[1];
  if (input === '') return undefined;
  if (key.ctrl) return `ctrl+${input}`;
  if (key.meta) return `alt+${input}`;
  return input === ' ' ? 'space' : input;
}

/** Whether a text field takes the key as a letter. */
export function isLetter(name: string): boolean {
  return name === 'space' || [...name].length === 1;
}

const sequences: Record<string, string> = {
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
  home: '\u001b[H',
  end: '\u001b[F',
  enter: '\r',
  escape: '\u001b',
  backspace: '\u007f',
  tab: '\t',
  'shift+tab': '\u001b[Z',
  space: ' ',
};

/** What a terminal sends for a key of this name. */
export function keySequence(name: string): string {
  const control = /^ctrl\+([a-z])$/.exec(name);
  if (control) return String.fromCharCode(control[1].charCodeAt(0) - 96);
  return sequences[name] ?? name;
}

const shownNames: Record<string, { unicode: string; ascii: string }> = {
  up: { unicode: '↑', ascii: 'Up' },
  down: { unicode: '↓', ascii: 'Down' },
  left: { unicode: '←', ascii: 'Left' },
  right: { unicode: '→', ascii: 'Right' },
  enter: { unicode: 'Enter', ascii: 'Enter' },
  escape: { unicode: 'Esc', ascii: 'Esc' },
  pageup: { unicode: 'PgUp', ascii: 'PgUp' },
  pagedown: { unicode: 'PgDn', ascii: 'PgDn' },
  space: { unicode: 'Space', ascii: 'Space' },
  backspace: { unicode: 'Backspace', ascii: 'Backspace' },
  home: { unicode: 'Home', ascii: 'Home' },
  end: { unicode: 'End', ascii: 'End' },
  tab: { unicode: 'Tab', ascii: 'Tab' },
  'shift+tab': { unicode: 'Shift-Tab', ascii: 'Shift-Tab' },
};

/** A key as the footer and the help write it. */
export function shownKey(name: string, mode: 'unicode' | 'ascii'): string {
  const shown = shownNames[name];
  if (shown) return shown[mode];
  if (name.startsWith('alt+')) return `Alt-${name.slice(4)}`;
  return name.startsWith('ctrl+') ? `Ctrl-${name.slice(5).toUpperCase()}` : name;
}
