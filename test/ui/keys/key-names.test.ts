import type { Key } from 'ink';
import { expect, it } from 'vitest';
import { keyName, keySequence, shownKey } from '../../../src/ui/keys/key-names.js';

const none: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

it.each<[string | undefined, string, Partial<Key>]>([
  ['q', 'q', {}],
  ['Q', 'Q', { shift: true }],
  ['space', ' ', {}],
  ['up', '', { upArrow: true }],
  ['enter', '', { return: true }],
  ['escape', '', { escape: true, meta: true }],
  ['backspace', '', { delete: true }],
  ['tab', '', { tab: true }],
  ['shift+tab', '', { tab: true, shift: true }],
  ['ctrl+c', 'c', { ctrl: true }],
  ['alt+x', 'x', { meta: true }],
  [undefined, '', {}],
])('a key press is named %s', (name, input, key) => {
  expect(keyName(input, { ...none, ...key })).toBe(name);
});

it.each([
  ['q', 'q'],
  [':', ':'],
  ['enter', '\r'],
  ['up', '\u001b[A'],
  ['shift+tab', '\u001b[Z'],
  ['ctrl+p', '\u0010'],
])('%s is sent as %j', (name, sequence) => {
  expect(keySequence(name)).toBe(sequence);
});

it.each([
  ['q', 'q', 'q'],
  ['left', '←', 'Left'],
  ['escape', 'Esc', 'Esc'],
  ['ctrl+p', 'Ctrl-P', 'Ctrl-P'],
  ['alt+x', 'Alt-x', 'Alt-x'],
])('%s is written %s, and %s in ASCII', (name, unicode, ascii) => {
  expect(shownKey(name, 'unicode')).toBe(unicode);
  expect(shownKey(name, 'ascii')).toBe(ascii);
});
