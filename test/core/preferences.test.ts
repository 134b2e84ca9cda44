import { expect, it } from 'vitest';
import { defaultPreferences, readPreferences } from '../../src/core/preferences.js';

it.each([
  ['nothing', undefined],
  ['a text', 'dark'],
  ['an empty object', {}],
  ['values of no choice', { theme: 'pink', pictures: 7, signs: null, mouse: true }],
])('takes %s as if nothing had been said', (_, written) => {
  expect(readPreferences(written)).toEqual(defaultPreferences);
});

it('keeps what it understands beside what it does not', () => {
  expect(readPreferences({ theme: 'light', pictures: 'oil', mouse: 'off', later: 1 })).toEqual({
    theme: 'light',
    pictures: 'auto',
    signs: 'auto',
    mouse: 'off',
  });
});
