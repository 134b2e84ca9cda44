import type { ColorLevel } from '../theme.js';
import { findGraphics, type Graphics, isPlainTerminal } from './graphics-detection.js';

/** What the terminal can show, as its environment tells and, once the app runs, as it answers itself. */
export interface Capabilities {
  /** Whether a full-screen program can run: keys in, screen out. */
  fullScreen: boolean;
  colorLevel: ColorLevel;
  text: 'unicode' | 'ascii';
  graphics: Graphics;
  background: 'dark' | 'light' | 'unknown';
  /** Height of a cell by its width, where the terminal says it. */
  cellShape?: number;
}

export interface TerminalStreams {
  stdinIsTty: boolean;
  stdoutIsTty: boolean;
}

export function detectCapabilities(
  env: NodeJS.ProcessEnv,
  { stdinIsTty, stdoutIsTty }: TerminalStreams,
): Capabilities {
  const colorLevel = findColorLevel(env, stdoutIsTty);
  const text = findText(env);
  return {
    fullScreen: stdinIsTty && stdoutIsTty && env.TERM !== 'dumb',
    colorLevel,
    text,
    graphics: findGraphics(env, { text, colorLevel }).graphics,
    background: 'unknown',
  };
}

/** The capabilities of the terminal of this process. */
export function currentCapabilities(): Capabilities {
  return detectCapabilities(process.env, {
    stdinIsTty: process.stdin.isTTY === true,
    stdoutIsTty: process.stdout.isTTY === true,
  });
}

/** https://no-color.org first, then FORCE_COLOR as chalk reads it, then what the terminal says of itself. */
function findColorLevel(env: NodeJS.ProcessEnv, isTty: boolean): ColorLevel {
  if (isSet(env.NO_COLOR)) return 0;
  const forced = forcedLevel(env.FORCE_COLOR);
  if (forced !== undefined) return forced;
  const term = env.TERM ?? '';
  if (!isTty || term === 'dumb') return 0;
  if (/^(truecolor|24bit)$/i.test(env.COLORTERM ?? '')) return 3;
  if (/^(xterm-kitty|xterm-ghostty|wezterm|alacritty)$|-direct$/.test(term)) return 3;
  if (/^(iTerm\.app|WezTerm|vscode|ghostty)$/.test(env.TERM_PROGRAM ?? '')) return 3;
  if (isSet(env.WT_SESSION)) return 3;
  return /-256(color)?$/i.test(term) ? 2 : 1;
}

function forcedLevel(value: string | undefined): ColorLevel | undefined {
  if (value === undefined) return undefined;
  if (value === 'false') return 0;
  if (value === '' || value === 'true') return 1;
  const level = Number.parseInt(value, 10);
  if (Number.isNaN(level) || level <= 0) return 0;
  return level >= 3 ? 3 : level === 2 ? 2 : 1;
}

function findText(env: NodeJS.ProcessEnv): Capabilities['text'] {
  if (isSet(env.DIGITSCOPE_ASCII) && env.DIGITSCOPE_ASCII !== '0') return 'ascii';
  // The Linux console's font has 256 or 512 signs, and no braille among them.
  if (isPlainTerminal(env)) return 'ascii';
  // The order in which a C library asks for the character set.
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  return locale === undefined || /utf-?8/i.test(locale) ? 'unicode' : 'ascii';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
