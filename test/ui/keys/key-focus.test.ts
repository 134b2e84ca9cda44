import { expect, it } from 'vitest';
import {
  isCovered,
  isTaken,
  isTyped,
  typingFirst,
  untypedKey,
  usableKeys,
} from '../../../src/ui/keys/key-focus.js';

it.each([
  ['r', 0, 0, false],
  ['r', 1, 0, true],
  ['enter', 1, 0, true],
  ['tab', 1, 0, false],
  ['ctrl+p', 1, 0, false],
  ['ctrl+p', 0, 1, true],
  ['ctrl+c', 1, 1, false],
])('%s with %i fields and %i overlays is taken: %s', (key, fields, overlays, expected) => {
  expect(isTaken(key, { fields, overlays })).toBe(expected);
});

it('lets an overlay cover every key but the one that always leaves', () => {
  expect(isCovered('left', { overlays: 1 })).toBe(true);
  expect(isCovered('ctrl+c', { overlays: 1 })).toBe(false);
  expect(isCovered('left', { overlays: 0 })).toBe(false);
});

it.each([
  ['a', 'acts', true],
  ['backspace', 'acts', true],
  ['space', 'acts', false],
  ['space', 'typed', true],
  ['left', 'typed', false],
] as const)('%s, where space %s, is typed: %s', (key, space, expected) => {
  expect(isTyped(key, { space })).toBe(expected);
});

it.each([
  [['q', 'ctrl+c'], 0, 'q'],
  [['q', 'ctrl+c'], 1, 'ctrl+c'],
  [['right', 'l'], 1, 'right'],
  [['space'], 1, 'space'],
  [['z'], 1, undefined],
])('of %j with %i fields, %s is no letter of the text', (keys, fields, expected) => {
  expect(untypedKey(keys, { fields, overlays: 0 })).toBe(expected);
});

it.each([
  [['q', 'ctrl+c'], undefined, ['q', 'ctrl+c']],
  [['q', 'ctrl+c'], 'it has ended', []],
  [['q', 'ctrl+c'], typingFirst, ['ctrl+c']],
  [['right', 'l'], typingFirst, []],
])('of %j refused as %s, %j can be used', (keys, reason, expected) => {
  expect(usableKeys(keys, reason)).toEqual(expected);
});
