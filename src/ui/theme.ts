import type { Row, Tone } from './rows.js';

/** How the meanings of `Tone` look. `terminal` uses the 16 colours as the person has set them. */
export const themeNames = ['terminal', 'dark', 'light', 'contrast'] as const;

export type ThemeName = (typeof themeNames)[number];

/** 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 true colour: chalk's levels. */
export type ColorLevel = 0 | 1 | 2 | 3;

export interface Theme {
  readonly name: ThemeName;
  /** Codes before and after a text of each tone. */
  readonly codes: Readonly<Record<Tone, readonly [open: string, close: string]>>;
}

/** The colour of a tone: its number among the 16, among the 256, and as red, green, blue. */
interface Color {
  ansi: number;
  ansi256: number;
  rgb: readonly [number, number, number];
}

interface ToneStyle {
  color?: Color;
  bold?: boolean;
  dim?: boolean;
  inverse?: boolean;
}

type Palette = Readonly<Record<'accent' | 'second' | 'good' | 'warning' | 'bad', Color>> & {
  dim?: Color;
};

const ansiOnly = (ansi: number): Color => ({ ansi, ansi256: ansi, rgb: [0, 0, 0] });

const palettes: Record<ThemeName, Palette> = {
  terminal: {
    accent: ansiOnly(6),
    second: ansiOnly(5),
    good: ansiOnly(2),
    warning: ansiOnly(3),
    bad: ansiOnly(1),
  },
  dark: {
    accent: { ansi: 6, ansi256: 80, rgb: [86, 214, 214] },
    second: { ansi: 5, ansi256: 176, rgb: [214, 151, 226] },
    good: { ansi: 2, ansi256: 114, rgb: [134, 210, 122] },
    warning: { ansi: 3, ansi256: 221, rgb: [240, 204, 96] },
    bad: { ansi: 1, ansi256: 210, rgb: [255, 134, 124] },
    dim: { ansi: 7, ansi256: 246, rgb: [148, 152, 160] },
  },
  light: {
    accent: { ansi: 4, ansi256: 24, rgb: [0, 92, 128] },
    second: { ansi: 5, ansi256: 90, rgb: [128, 30, 130] },
    good: { ansi: 2, ansi256: 22, rgb: [0, 98, 20] },
    warning: { ansi: 1, ansi256: 94, rgb: [130, 78, 0] },
    bad: { ansi: 1, ansi256: 124, rgb: [176, 10, 10] },
    dim: { ansi: 8, ansi256: 240, rgb: [90, 92, 98] },
  },
  contrast: {
    accent: { ansi: 14, ansi256: 51, rgb: [0, 255, 255] },
    second: { ansi: 13, ansi256: 213, rgb: [255, 135, 255] },
    good: { ansi: 10, ansi256: 46, rgb: [0, 255, 0] },
    warning: { ansi: 11, ansi256: 226, rgb: [255, 255, 0] },
    bad: { ansi: 9, ansi256: 203, rgb: [255, 110, 110] },
  },
};

/** @param level colours that the terminal has; at 0 weight and inversion remain */
export function themeFor(name: ThemeName, level: ColorLevel): Theme {
  const palette = palettes[name];
  const isContrast = name === 'contrast';
  const styles: Record<Tone, ToneStyle> = {
    plain: isContrast ? { bold: true } : {},
    strong: { bold: true },
    // On a projector faint text is lost text.
    dim: isContrast ? {} : palette.dim && level >= 2 ? { color: palette.dim } : { dim: true },
    accent: { color: palette.accent, bold: isContrast },
    second: { color: palette.second, bold: isContrast },
    good: { color: palette.good, bold: isContrast },
    warning: { color: palette.warning, bold: isContrast },
    bad: { color: palette.bad, bold: isContrast },
    selected: { inverse: true, bold: isContrast },
  };
  const codes = Object.entries(styles).map(([tone, style]) => [
    tone,
    styleCodes(style, name === 'terminal' && level > 1 ? 1 : level),
  ]);
  return { name, codes: Object.fromEntries(codes) };
}

/** A row as text with SGR codes. */
export function paintRow(row: Row, { codes }: Theme): string {
  return row.map(({ text, tone }) => codes[tone][0] + text + codes[tone][1]).join('');
}

function styleCodes({ color, bold, dim, inverse }: ToneStyle, level: ColorLevel) {
  const on: string[] = [];
  const off: string[] = [];
  if (color && level > 0) {
    on.push(foreground(color, level));
    off.unshift('39');
  }
  if (bold || dim) {
    on.push(bold ? '1' : '2');
    off.unshift('22');
  }
  if (inverse) {
    on.push('7');
    off.unshift('27');
  }
  return [sgr(on), sgr(off)] as const;
}

function foreground({ ansi, ansi256, rgb }: Color, level: ColorLevel): string {
  if (level >= 3) return `38;2;${rgb.join(';')}`;
  if (level === 2) return `38;5;${ansi256}`;
  return String(ansi < 8 ? 30 + ansi : 82 + ansi);
}

function sgr(parameters: readonly string[]): string {
  return parameters.length === 0 ? '' : `\u001b[${parameters.join(';')}m`;
}
