import { describe, expect, it, vi } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../src/core/preferences.js';
import { Appearance } from '../../../src/ui/display/appearance.js';
import { displayFor } from '../../../src/ui/display/display.js';
import type { Capabilities } from '../../../src/ui/terminal/capabilities.js';

const capable: Capabilities = {
  fullScreen: true,
  colorLevel: 3,
  text: 'unicode',
  graphics: 'kitty',
  background: 'unknown',
};

const themes: [words: string, Partial<Capabilities>, Partial<Preferences>, 'on' | 'off', string][] =
  [
    ['its own colours on a background that is not known', {}, {}, 'off', 'terminal'],
    ['dark on a dark background', { background: 'dark' }, {}, 'off', 'dark'],
    ['light on a light background', { background: 'light' }, {}, 'off', 'light'],
    [
      'the 16 colours where there are no more',
      { background: 'light', colorLevel: 1 },
      {},
      'off',
      'terminal',
    ],
    ['high contrast on stage', { background: 'dark' }, {}, 'on', 'contrast'],
    ['light on stage with a light background', { background: 'light' }, {}, 'on', 'light'],
    ['what the person wants, on stage too', {}, { theme: 'light' }, 'on', 'light'],
  ];

it.each(themes)('has the theme: %s', (_, capabilities, preferences, stage, theme) => {
  const display = displayFor(
    { ...capable, ...capabilities },
    { ...defaultPreferences, ...preferences },
    stage,
  );
  expect(display.theme.name).toBe(theme);
});

const pictures: [words: string, Partial<Capabilities>, Partial<Preferences>, string][] = [
  ['as the terminal can', {}, {}, 'kitty'],
  ['as the person wants', {}, { pictures: 'iterm2' }, 'iterm2'],
  ['in half blocks', {}, { pictures: 'half-blocks' }, 'half-blocks'],
  [
    'in signs where half blocks lack colours',
    { colorLevel: 1 },
    { pictures: 'half-blocks' },
    'ascii',
  ],
  [
    'in signs where the font lacks half blocks',
    {},
    { pictures: 'half-blocks', signs: 'ascii' },
    'ascii',
  ],
];

it.each(pictures)('draws pictures %s', (_, capabilities, preferences, graphics) => {
  const display = displayFor(
    { ...capable, ...capabilities },
    { ...defaultPreferences, ...preferences },
    'off',
  );
  expect(display.capabilities.graphics).toBe(graphics);
});

it('takes the signs that the person says the font has', () => {
  const display = displayFor(capable, { ...defaultPreferences, signs: 'ascii' }, 'off');
  expect(display.glyphs.mode).toBe('ascii');
  expect(display.capabilities.text).toBe('ascii');
});

describe('the appearance', () => {
  it('follows what the terminal answers', () => {
    const appearance = new Appearance({ capabilities: capable });
    appearance.learn({ background: 'light' });
    expect(appearance.store.getState().theme.name).toBe('light');
    expect(appearance.store.getState().capabilities.graphics).toBe('kitty');
  });

  it('keeps a preference through an answer, and tells it', () => {
    const onPreferences = vi.fn();
    const appearance = new Appearance({ capabilities: capable, onPreferences });
    const wanted = { ...defaultPreferences, theme: 'dark' } as const;
    appearance.prefer(wanted);
    appearance.learn({ background: 'light' });
    expect(appearance.store.getState().theme.name).toBe('dark');
    expect(appearance.preferences).toBe(wanted);
    expect(onPreferences.mock.calls).toEqual([[wanted]]);
  });

  it('goes on stage and comes back', () => {
    const appearance = new Appearance({ capabilities: capable });
    appearance.toggleStage();
    expect(appearance.store.getState()).toMatchObject({ stage: 'on', theme: { name: 'contrast' } });
    appearance.toggleStage();
    expect(appearance.store.getState()).toMatchObject({
      stage: 'off',
      theme: { name: 'terminal' },
    });
  });
});
