import type { Preferences } from '../../core/preferences.js';
import { type Display, displayFor } from '../display/display.js';
import type { Capabilities } from './capabilities.js';
import { findGraphics, type Graphics } from './graphics-detection.js';

/** How the app will be drawn, and why so, before it has asked the terminal itself. */
export interface TerminalFacts {
  /** Cells; null where standard output is no terminal. */
  columns: number | null;
  rows: number | null;
  fullScreen: boolean;
  colorLevel: Capabilities['colorLevel'];
  signs: Fact<Capabilities['text']>;
  pictures: Fact<Graphics>;
  theme: Fact<Preferences['theme']>;
  mouse: Fact<Display['mouse']>;
}

interface Fact<Value> {
  value: Value;
  why: string;
}

const byPreference = 'set by preference';

export function terminalFacts(
  env: NodeJS.ProcessEnv,
  detected: Capabilities,
  preferences: Preferences,
  { columns, rows }: Partial<Pick<NodeJS.WriteStream, 'columns' | 'rows'>>,
): TerminalFacts {
  const { capabilities, mouse } = displayFor(detected, preferences, 'off');
  const { text, graphics } = capabilities;
  const isProtocol = graphics === 'kitty' || graphics === 'iterm2';
  return {
    columns: columns ?? null,
    rows: rows ?? null,
    fullScreen: detected.fullScreen,
    colorLevel: detected.colorLevel,
    signs: {
      value: text,
      why: preferences.signs === 'auto' ? 'from the locale and TERM' : byPreference,
    },
    pictures: {
      value: graphics,
      why:
        preferences.pictures === graphics
          ? byPreference
          : findGraphics(isProtocol ? env : {}, capabilities).why,
    },
    theme: {
      value: preferences.theme,
      why: preferences.theme === 'auto' ? 'as the terminal answers' : byPreference,
    },
    mouse: { value: mouse, why: mouse === 'on' ? 'as usual' : byPreference },
  };
}

const colourWords = ['no colour', '16 colours', '256 colours', 'true colour'] as const;
const pictureWords: Record<Graphics, string> = {
  kitty: "kitty's protocol",
  iterm2: "iTerm2's protocol",
  'half-blocks': 'half blocks',
  ascii: 'shades made of signs',
};

/** The facts in lines, with what changes them. */
export function describeTerminal(facts: TerminalFacts): string[] {
  const { columns, rows, colorLevel, fullScreen, signs, pictures, theme, mouse } = facts;
  const size = columns === null ? 'no size' : `${columns}x${rows}`;
  return [
    `terminal: ${size}, ${colourWords[colorLevel]}${fullScreen ? '' : ', no full screen here'}`,
    `  signs     ${signs.value} (${signs.why})`,
    `  pictures  ${pictureWords[pictures.value]} (${pictures.why})`,
    `  theme     ${theme.value} (${theme.why})`,
    `  mouse     ${mouse.value} (${mouse.why})`,
    '  to set them: , in the app, or --signs, --pictures, --theme, --no-mouse',
  ];
}
