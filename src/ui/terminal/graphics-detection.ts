import type { ColorLevel } from '../theme.js';

/** Ways to draw a picture, the best first: two protocols that carry the picture itself, and two that use signs. */
export type Graphics = 'kitty' | 'iterm2' | 'half-blocks' | 'ascii';

export interface FoundGraphics {
  graphics: Graphics;
  /** What tells so, in a few words. */
  why: string;
}

export interface TextAbilities {
  text: 'unicode' | 'ascii';
  colorLevel: ColorLevel;
}

/** The best way to draw pictures, as far as the environment tells; the terminal's own answer knows better. */
export function findGraphics(env: NodeJS.ProcessEnv, abilities: TextAbilities): FoundGraphics {
  return findProtocol(env) ?? findSigns(abilities);
}

/** The same in a terminal that has been asked for kitty's graphics and has not answered. */
export function findGraphicsWithoutKitty(
  env: NodeJS.ProcessEnv,
  abilities: TextAbilities,
): FoundGraphics {
  const found = isMultiplexed(env) ? undefined : firstMatch(env, iterm2Signs);
  return found ? { graphics: 'iterm2', why: found } : findSigns(abilities);
}

/**
 * Whether another program stands between us and the terminal. It has the variables of the terminal it was started in,
 * and passes on no pictures.
 */
export function isMultiplexed(env: NodeJS.ProcessEnv): boolean {
  return (
    [env.TMUX, env.STY, env.ZELLIJ].some((value) => value !== undefined && value !== '') ||
    /^(tmux|screen)/.test(env.TERM ?? '')
  );
}

/** A terminal of few signs, which shows the codes that it does not know: the Linux console, an editor's window. */
export function isPlainTerminal(env: NodeJS.ProcessEnv): boolean {
  return env.TERM === 'linux' || env.TERM === 'dumb';
}

type Signs = readonly (readonly [variable: string, value: RegExp])[];

const kittySigns: Signs = [
  ['TERM', /^xterm-(kitty|ghostty)$/],
  ['KITTY_WINDOW_ID', /./],
  ['TERM_PROGRAM', /^ghostty$/],
];

// LC_TERMINAL is the one that ssh passes on.
const iterm2Signs: Signs = [
  ['TERM_PROGRAM', /^(iTerm\.app|WezTerm|mintty)$/],
  ['LC_TERMINAL', /^iTerm2$/],
];

function findProtocol(env: NodeJS.ProcessEnv): FoundGraphics | undefined {
  if (isMultiplexed(env) || isPlainTerminal(env)) return undefined;
  const kitty = firstMatch(env, kittySigns);
  if (kitty) return { graphics: 'kitty', why: kitty };
  const iterm2 = firstMatch(env, iterm2Signs);
  return iterm2 ? { graphics: 'iterm2', why: iterm2 } : undefined;
}

function firstMatch(env: NodeJS.ProcessEnv, signs: Signs): string | undefined {
  const sign = signs.find(([variable, value]) => value.test(env[variable] ?? ''));
  return sign && `from ${sign[0]}=${env[sign[0]]}`;
}

/** Half blocks carry a picture in two colours a cell; sixteen colours make a mess of it. */
function findSigns({ text, colorLevel }: TextAbilities): FoundGraphics {
  if (text === 'ascii') return { graphics: 'ascii', why: 'only ASCII signs' };
  if (colorLevel < 2) return { graphics: 'ascii', why: 'fewer than 256 colours' };
  return { graphics: 'half-blocks', why: colorLevel === 3 ? 'true colour' : '256 colours' };
}
