import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { keyName } from '../../src/ui/key-names.js';
import type { Action, ScreenName } from '../../src/ui/keys.js';
import { footerKeys, helpRows, keyTable, matchKey, screenTabs } from '../../src/ui/keys.js';

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

describe('the key table', () => {
  it.each<[string, ScreenName, Action | undefined]>([
    ['2', 'home', 'open-training'],
    ['?', 'recognition', 'help'],
    ['q', 'training', 'leave'],
    ['ctrl+c', 'training', 'leave'],
    ['s', 'training', 'stop'],
    ['s', 'home', undefined],
    ['j', 'home', 'move-down'],
    ['right', 'recognition', 'next-picture'],
    ['z', 'home', undefined],
  ])('%s on %s is %s', (key, screen, action) => {
    expect(matchKey(key, screen)).toBe(action);
  });

  it('gives no key two meanings in one place', () => {
    for (const place of ['global', ...screenTabs.map(({ name }) => name)]) {
      const keys = keyTable
        .filter(({ screens }) => [screens].flat().some((screen) => screen === place))
        .flatMap((binding) => [...binding.keys]);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  it('opens each screen by the number on its tab', () => {
    for (const { name, key } of screenTabs) expect(matchKey(key, 'home')).toBe(`open-${name}`);
  });
});

it('shows in the footer what can act, and help and leave last', () => {
  const keys = footerKeys('training', { start: 'no data is loaded', stop: true }, 'unicode');
  const words = keys.map((key) => key.words);
  expect(keys).toContainEqual({ keys: 's', words: 'stop' });
  expect(words).not.toContain('run');
  expect(words.slice(-2)).toEqual(['help', 'leave']);
});

it('tells in the help why a key cannot act', () => {
  const rows = helpRows('training', { start: 'no data is loaded' }, 'ascii');
  expect(rows).toContainEqual({ keys: 'r', words: 'run', reason: 'no data is loaded' });
  expect(rows).toContainEqual({ keys: 'Up k', words: 'up', reason: undefined });
});
