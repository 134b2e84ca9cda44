import { describe, expect, it } from 'vitest';
import { detectCapabilities } from '../../../src/ui/terminal/capabilities.js';

const terminal = { stdinIsTty: true, stdoutIsTty: true };

describe('colour level', () => {
  it.each([
    [0, 'NO_COLOR wins over all', { NO_COLOR: '1', FORCE_COLOR: '3', COLORTERM: 'truecolor' }],
    [2, 'an empty NO_COLOR is none', { NO_COLOR: '', TERM: 'xterm-256color' }],
    [3, 'FORCE_COLOR wins over the terminal', { FORCE_COLOR: '3', TERM: 'vt100' }],
    [0, 'FORCE_COLOR=0', { FORCE_COLOR: '0', COLORTERM: 'truecolor' }],
    [1, 'FORCE_COLOR=true', { FORCE_COLOR: 'true', COLORTERM: 'truecolor' }],
    [3, 'COLORTERM', { COLORTERM: '24bit', TERM: 'xterm' }],
    [3, 'kitty', { TERM: 'xterm-kitty' }],
    [2, 'tmux', { TERM: 'tmux-256color' }],
    [2, 'CI says nothing about a terminal', { TERM: 'xterm-256color', CI: 'true' }],
    [1, 'the Linux console', { TERM: 'linux' }],
    [0, 'a dumb terminal', { TERM: 'dumb', COLORTERM: 'truecolor' }],
  ])('is %i: %s', (level, _why, env) => {
    expect(detectCapabilities(env, terminal).colorLevel).toBe(level);
  });

  it('is 0 for a pipe', () => {
    const env = { COLORTERM: 'truecolor' };
    expect(detectCapabilities(env, { ...terminal, stdoutIsTty: false }).colorLevel).toBe(0);
  });
});

describe('text', () => {
  it.each([
    ['unicode', {}],
    ['unicode', { LANG: 'en_US.UTF-8' }],
    ['unicode', { LANG: 'C.utf8' }],
    ['ascii', { LANG: 'C' }],
    ['ascii', { LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }],
    ['unicode', { LC_ALL: '', LC_CTYPE: 'de_DE.UTF-8', LANG: 'C' }],
    ['ascii', { LANG: 'en_US.UTF-8', DIGITSCOPE_ASCII: '1' }],
    ['unicode', { LANG: 'en_US.UTF-8', DIGITSCOPE_ASCII: '0' }],
    ['ascii', { LANG: 'en_US.UTF-8', TERM: 'linux' }],
  ])('is %s with %o', (text, env) => {
    expect(detectCapabilities(env, terminal).text).toBe(text);
  });
});

it('draws half blocks only where the terminal has blocks and 256 colours', () => {
  const graphics = (env: NodeJS.ProcessEnv) => detectCapabilities(env, terminal).graphics;
  expect(graphics({ TERM: 'xterm-256color' })).toBe('half-blocks');
  expect(graphics({ TERM: 'xterm' })).toBe('ascii');
  expect(graphics({ TERM: 'xterm-256color', LANG: 'C' })).toBe('ascii');
});

it.each([
  [true, { TERM: 'xterm' }, terminal],
  [false, { TERM: 'dumb' }, terminal],
  [false, { TERM: 'xterm' }, { ...terminal, stdinIsTty: false }],
  [false, { TERM: 'xterm' }, { ...terminal, stdoutIsTty: false }],
])('full screen is %s with %o and %o', (fullScreen, env, streams) => {
  expect(detectCapabilities(env, streams).fullScreen).toBe(fullScreen);
});
