import { expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../src/core/preferences.js';
import { detectCapabilities } from '../../../src/ui/terminal/capabilities.js';
import { describeTerminal, terminalFacts } from '../../../src/ui/terminal/terminal-facts.js';

function factsFor(env: NodeJS.ProcessEnv, preferences: Partial<Preferences> = {}) {
  const detected = detectCapabilities(env, { stdinIsTty: true, stdoutIsTty: true });
  const wanted = { ...defaultPreferences, ...preferences };
  return terminalFacts(env, detected, wanted, { columns: 120, rows: 40 });
}

it('tells how the app will be drawn and what that follows from', () => {
  expect(describeTerminal(factsFor({ TERM: 'xterm-kitty' }))).toEqual([
    'terminal: 120x40, true colour',
    '  signs     unicode (from the locale and TERM)',
    "  pictures  kitty's protocol (from TERM=xterm-kitty)",
    '  theme     auto (as the terminal answers)',
    '  mouse     on (as usual)',
    '  to set them: , in the app, or --signs, --pictures, --theme, --no-mouse',
  ]);
});

it('tells what the person has set', () => {
  const preferences = { signs: 'ascii', pictures: 'iterm2', theme: 'light', mouse: 'off' } as const;
  expect(describeTerminal(factsFor({ TERM: 'xterm-256color' }, preferences)).slice(0, 5)).toEqual([
    'terminal: 120x40, 256 colours',
    '  signs     ascii (set by preference)',
    "  pictures  iTerm2's protocol (set by preference)",
    '  theme     light (set by preference)',
    '  mouse     off (set by preference)',
  ]);
});

it.each<[string, NodeJS.ProcessEnv, Partial<Preferences>, string, string]>([
  ['half blocks', { TERM: 'xterm-256color' }, {}, 'half-blocks', '256 colours'],
  ['no colours', { TERM: 'xterm' }, {}, 'ascii', 'fewer than 256 colours'],
  [
    'a wish that cannot be had',
    { TERM: 'xterm' },
    { pictures: 'half-blocks' },
    'ascii',
    'fewer than 256 colours',
  ],
  [
    'signs that are set',
    { TERM: 'xterm-256color' },
    { signs: 'ascii' },
    'ascii',
    'only ASCII signs',
  ],
  ['a multiplexer', { TERM: 'xterm-kitty', TMUX: '1' }, {}, 'half-blocks', 'true colour'],
])('tells why pictures are as they are: %s', (_what, env, preferences, value, why) => {
  expect(factsFor(env, preferences).pictures).toEqual({ value, why });
});

it('tells that there is no terminal', () => {
  const detected = detectCapabilities({ TERM: 'xterm' }, { stdinIsTty: false, stdoutIsTty: false });
  const facts = terminalFacts({}, detected, defaultPreferences, {});
  expect(facts).toMatchObject({ columns: null, rows: null, fullScreen: false, colorLevel: 0 });
  expect(describeTerminal(facts)[0]).toBe('terminal: no size, no colour, no full screen here');
});
