import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Capabilities } from '../../../src/ui/terminal/capabilities.js';
import { detectCapabilities } from '../../../src/ui/terminal/capabilities.js';
import { isLight, TerminalQueries } from '../../../src/ui/terminal/terminal-queries.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start(env: NodeJS.ProcessEnv = { TERM: 'xterm-256color' }) {
  const written: string[] = [];
  const learned: Partial<Capabilities>[] = [];
  const queries = new TerminalQueries({
    env,
    capabilities: detectCapabilities(env, { stdinIsTty: true, stdoutIsTty: true }),
    write: (text) => written.push(text),
    onLearned: (told) => learned.push(told),
  });
  queries.ask();
  return { queries, written, learned };
}

const attributes = { kind: 'attributes' } as const;
const white = { kind: 'background', color: [1, 1, 1] } as const;
const usable = { kind: 'kitty graphics', state: 'usable' } as const;
const refused = { kind: 'kitty graphics', state: 'refused' } as const;

const background = '\x1b]11;?\x1b\\';
const cellSize = '\x1b[16t';
const kitty = '\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\';
const da1 = '\x1b[c';

describe('a terminal is asked', () => {
  it.each([
    [
      'everything once, DA1 last',
      { TERM: 'xterm-256color' },
      [background + cellSize + kitty + da1],
    ],
    ['nothing on the Linux console', { TERM: 'linux' }, []],
    ['nothing where nobody answers', { TERM: 'dumb' }, []],
    ['no pictures in tmux', { TERM: 'tmux-256color' }, [background + cellSize + da1]],
    ['no pictures in screen', { TERM: 'xterm', STY: '1.pts' }, [background + cellSize + da1]],
    [
      'no pictures where the question is shown',
      { TERM_PROGRAM: 'Apple_Terminal' },
      [background + cellSize + da1],
    ],
  ])('%s', (_what, env, codes) => {
    const { queries, written } = start(env);
    queries.ask();
    expect(written).toEqual(codes);
  });
});

describe('what it answers', () => {
  it('is told at once, when DA1 comes', () => {
    const { queries, learned } = start();
    queries.take(white);
    queries.take({ kind: 'cell size', width: 10, height: 21 });
    queries.take(usable);
    expect(learned).toEqual([]);
    queries.take(attributes);
    expect(learned).toEqual([{ background: 'light', cellShape: 2.1, graphics: 'kitty' }]);
  });

  it('is told after a second without DA1', () => {
    const { queries, learned } = start();
    queries.take(white);
    vi.advanceTimersByTime(999);
    expect(learned).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(learned).toEqual([{ background: 'light' }]);
  });

  it('is left aside when it comes late, or when nothing was asked', () => {
    const { queries, learned } = start();
    queries.take(attributes);
    queries.take(white);
    queries.take(attributes);
    const unasked = start({ TERM: 'linux' });
    unasked.queries.take(white);
    unasked.queries.take(attributes);
    vi.advanceTimersByTime(2000);
    expect([learned, unasked.learned]).toEqual([[], []]);
  });

  it('is nothing where it is silent', () => {
    const { learned } = start();
    vi.advanceTimersByTime(5000);
    expect(learned).toEqual([]);
  });

  it('to the question for pictures counts more than what kitty left in the environment', () => {
    const graphics = (
      env: NodeJS.ProcessEnv,
      ...answers: Parameters<TerminalQueries['take']>[0][]
    ) => {
      const { queries, learned } = start({ COLORTERM: 'truecolor', ...env });
      for (const answer of answers) queries.take(answer);
      vi.advanceTimersByTime(1000);
      return learned[0]?.graphics;
    };
    const insideKitty = { TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' };
    expect(graphics(insideKitty, attributes)).toBe('half-blocks');
    expect(graphics(insideKitty, refused, attributes)).toBe('half-blocks');
    expect(graphics({ ...insideKitty, TERM_PROGRAM: 'WezTerm' }, attributes)).toBe('iterm2');
    expect(graphics({ TERM_PROGRAM: 'iTerm.app' }, attributes)).toBeUndefined();
    expect(graphics({ TERM_PROGRAM: 'iTerm.app' }, usable, attributes)).toBe('kitty');
    // Without DA1 nothing is known.
    expect(graphics(insideKitty)).toBeUndefined();
  });
});

it('is waited for when the program leaves, for a while', async () => {
  const { queries } = start();
  let settled = 0;
  const count = () => {
    settled += 1;
  };
  const first = queries.settle(200).then(count);
  await vi.advanceTimersByTimeAsync(199);
  expect(settled).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await first;
  const second = queries.settle(200).then(count);
  queries.take(attributes);
  await second;
  await queries.settle(200).then(count);
  expect(settled).toBe(3);
});

it.each([
  ['black', [0, 0, 0], false],
  ['white', [1, 1, 1], true],
  ['Solarized dark', [0, 43 / 255, 54 / 255], false],
  ['Solarized light', [253 / 255, 246 / 255, 227 / 255], true],
  ['a dark grey', [0.3, 0.3, 0.3], false],
  ['a middle grey', [0.5, 0.5, 0.5], true],
  ['pure blue', [0, 0, 1], false],
  ['pure green', [0, 1, 0], true],
] as const)('%s is light: %o %s', (_name, color, light) => {
  expect(isLight(color)).toBe(light);
});
