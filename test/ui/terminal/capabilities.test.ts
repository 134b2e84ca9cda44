import { describe, expect, it } from 'vitest';
import { detectCapabilities } from '../../../src/ui/terminal/capabilities.js';
import {
  findGraphics,
  findGraphicsWithoutKitty,
} from '../../../src/ui/terminal/graphics-detection.js';

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

describe('pictures', () => {
  const abilities = { text: 'unicode', colorLevel: 3 } as const;

  it.each([
    ['kitty', 'from TERM=xterm-kitty', { TERM: 'xterm-kitty' }],
    ['kitty', 'from TERM=xterm-ghostty', { TERM: 'xterm-ghostty' }],
    ['kitty', 'from KITTY_WINDOW_ID=3', { TERM: 'xterm-256color', KITTY_WINDOW_ID: '3' }],
    ['kitty', 'from TERM_PROGRAM=ghostty', { TERM_PROGRAM: 'ghostty' }],
    ['iterm2', 'from TERM_PROGRAM=iTerm.app', { TERM_PROGRAM: 'iTerm.app' }],
    ['iterm2', 'from TERM_PROGRAM=WezTerm', { TERM_PROGRAM: 'WezTerm' }],
    ['iterm2', 'from TERM_PROGRAM=mintty', { TERM_PROGRAM: 'mintty' }],
    ['iterm2', 'from LC_TERMINAL=iTerm2', { TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2' }],
    ['half-blocks', 'true colour', { TERM: 'xterm-256color', TERM_PROGRAM: 'vscode' }],
    ['half-blocks', 'true colour', { TERM: 'tmux-256color', LC_TERMINAL: 'iTerm2' }],
    ['half-blocks', 'true colour', { TERM: 'xterm-kitty', TMUX: '/tmp/tmux-0/default,1,0' }],
    ['half-blocks', 'true colour', { TERM: 'screen.xterm-256color', KITTY_WINDOW_ID: '1' }],
    ['half-blocks', 'true colour', { TERM: 'xterm-kitty', STY: '1.pts-0' }],
    ['half-blocks', 'true colour', { TERM: 'xterm-kitty', ZELLIJ: '0' }],
    ['half-blocks', 'true colour', { TERM: 'linux', KITTY_WINDOW_ID: '1' }],
  ] as const)('are %s, %s, with %o', (graphics, why, env) => {
    expect(findGraphics(env, abilities)).toEqual({ graphics, why });
  });

  it('without a protocol are half blocks only with blocks and 256 colours', () => {
    const found = (text: 'unicode' | 'ascii', colorLevel: 0 | 1 | 2 | 3) =>
      findGraphics({}, { text, colorLevel });
    expect(found('unicode', 2)).toEqual({ graphics: 'half-blocks', why: '256 colours' });
    expect(found('unicode', 1)).toEqual({ graphics: 'ascii', why: 'fewer than 256 colours' });
    expect(found('ascii', 3)).toEqual({ graphics: 'ascii', why: 'only ASCII signs' });
    const graphics = (env: NodeJS.ProcessEnv) => detectCapabilities(env, terminal).graphics;
    expect(graphics({ TERM: 'xterm-256color' })).toBe('half-blocks');
    expect(graphics({ TERM: 'xterm' })).toBe('ascii');
    expect(graphics({ TERM: 'xterm-256color', LANG: 'C' })).toBe('ascii');
    expect(graphics({ TERM: 'xterm-kitty' })).toBe('kitty');
  });

  it('where kitty has not answered are the next best', () => {
    const found = (env: NodeJS.ProcessEnv) => findGraphicsWithoutKitty(env, abilities).graphics;
    expect(found({ KITTY_WINDOW_ID: '1', TERM_PROGRAM: 'vscode' })).toBe('half-blocks');
    expect(found({ KITTY_WINDOW_ID: '1', TERM_PROGRAM: 'WezTerm' })).toBe('iterm2');
  });
});

it.each([
  [true, { TERM: 'xterm' }, terminal],
  [false, { TERM: 'dumb' }, terminal],
  [false, { TERM: 'xterm' }, { ...terminal, stdinIsTty: false }],
  [false, { TERM: 'xterm' }, { ...terminal, stdoutIsTty: false }],
])('full screen is %s with %o and %o', (fullScreen, env, streams) => {
  expect(detectCapabilities(env, streams).fullScreen).toBe(fullScreen);
});
