import { describe, expect, it } from 'vitest';
import { typingFirst } from '../../../src/ui/keys/key-focus.js';
import {
  type Action,
  keyTable,
  type Place,
  places,
  screenTabs,
} from '../../../src/ui/keys/key-table.js';
import {
  bindingsOf,
  footerKeys,
  helpGroups,
  matchKey,
  overridingAction,
  whyNothing,
} from '../../../src/ui/keys/keys.js';

const placeNames = Object.keys(places) as Place[];

it.each<[string, Place, Action | undefined]>([
  ['2', 'home', 'open-training'],
  ['?', 'recognition', 'help'],
  ['q', 'training-form', 'leave'],
  ['ctrl+c', 'training-run', 'leave'],
  ['s', 'training-run', 'stop'],
  ['s', 'recognition', 'read-samples'],
  ['s', 'home', undefined],
  ['j', 'home', 'move-down'],
  ['right', 'recognition', 'next-picture'],
  ['z', 'home', 'toggle-stage'],
  [':', 'about', 'palette'],
  ['ctrl+p', 'files', 'palette'],
])('%s in %s is %s', (key, place, action) => {
  expect(matchKey(key, place)).toBe(action);
});

describe('the key table', () => {
  it.each(placeNames)('has no key twice in %s, nor one that is for everywhere', (place) => {
    const all = bindingsOf(place);
    const overriding = all.filter(({ overrides }) => overrides).flatMap(({ keys }) => [...keys]);
    const isLost = (key: string) => matchKey(key, 'global') && overriding.includes(key);
    const keys = all.flatMap((binding) =>
      binding.places.includes('global')
        ? binding.keys.filter((key) => !isLost(key))
        : [...binding.keys],
    );
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('opens each screen by the number on its tab', () => {
    for (const { name, key } of screenTabs) expect(matchKey(key, 'global')).toBe(`open-${name}`);
  });

  it('has a place and a key for every action, and every action once', () => {
    const actions = keyTable.map(({ action }) => action);
    expect(actions).toEqual([...new Set(actions)]);
    for (const { action, keys, places: where } of keyTable) {
      expect([action, keys.length > 0, where.length > 0]).toEqual([action, true, true]);
    }
  });

  it('has keys of its own for every place', () => {
    const own = placeNames.filter((name) => name !== 'global' && !/^(live|analytics)-/.test(name));
    for (const place of own) {
      expect(bindingsOf(place).length).toBeGreaterThan(bindingsOf('global').length);
    }
  });
});

describe('keys of a place that come before those of everywhere', () => {
  it('mean what they mean there, and nothing else', () => {
    expect(matchKey('3', 'live-quiz')).toBe('guess');
    expect(overridingAction('3', 'live-quiz')).toBe('guess');
    expect(overridingAction('q', 'live-quiz')).toBe(undefined);
    expect(overridingAction('3', 'home')).toBe(undefined);
    expect(overridingAction('3', undefined)).toBe(undefined);
  });

  it('are told in the help beside what they do elsewhere', () => {
    const [, everywhere] = helpGroups('live-quiz', {}, 'ascii');
    const reasonOf = (action: Action) =>
      everywhere.rows.find((row) => row.action === action)?.reason;
    expect(reasonOf('open-home')).toBe('the key is for the quiz here');
    expect(reasonOf('leave')).toBe(undefined);
  });
});

it('shows in the footer what can act, and help and leave last', () => {
  const keys = footerKeys('training-form', { start: 'no data is loaded', edit: true }, 'unicode');
  const words = keys.map((key) => key.words);
  expect(keys).toContainEqual({ action: 'edit', key: 'enter', shown: 'Enter', words: 'edit' });
  expect(words).not.toContain('run');
  expect(words.slice(-2)).toEqual(['help', 'leave']);
});

it('shows in the footer the keys that a text field leaves while one is typing', () => {
  const availability = { start: typingFirst, edit: typingFirst, help: typingFirst };
  const keys = footerKeys('training-form', { ...availability, leave: typingFirst }, 'unicode');
  const shown = keys.map((key) => `${key.shown} ${key.words}`);
  expect(shown).not.toContain('r run');
  expect(shown).not.toContain('Enter edit');
  expect(shown).not.toContain('? help');
  expect(shown.at(-1)).toBe('Ctrl-C leave');
});

it('tells in the help why a key cannot act, the keys of the place before those of everywhere', () => {
  const [own, everywhere] = helpGroups('training-form', { start: 'no data is loaded' }, 'ascii');
  expect(own.title).toBe("Training's settings");
  expect(own.rows).toContainEqual({
    action: 'start',
    shown: 'r',
    words: 'run',
    reason: 'no data is loaded',
  });
  expect(own.rows).toContainEqual({
    action: 'move-up',
    shown: 'Up k',
    words: 'up',
    reason: undefined,
  });
  expect(everywhere.title).toBe('Everywhere');
  expect(everywhere.rows.map(({ action }) => action)).toContain('palette');
});

it('says in footer and help what a key does now', () => {
  const availability = { enlarge: { does: 'all charts' } };
  const shown = { action: 'enlarge', shown: 'f', words: 'all charts' };
  const inFooter = footerKeys('training-run', availability, 'unicode');
  expect(inFooter).toContainEqual({ ...shown, key: 'f' });
  const [own] = helpGroups('training-run', availability, 'unicode');
  expect(own.rows).toContainEqual({ ...shown, reason: undefined });
});

it('says where a key works that does nothing here', () => {
  expect(whyNothing('s', 'unicode')).toBe('s (stop) works in a run in Training');
  expect(whyNothing('f9', 'unicode')).toBe('f9 does nothing here: ? shows the keys');
});
