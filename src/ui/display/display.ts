import type { Preferences } from '../../core/preferences.js';
import { type Glyphs, glyphsFor } from '../glyphs.js';
import type { Capabilities } from '../terminal/capabilities.js';
import type { Graphics } from '../terminal/graphics-detection.js';
import { type Theme, type ThemeName, themeFor } from '../theme.js';

/** How everything is drawn: what the terminal can, as far as the person wants it. */
export interface Display {
  readonly capabilities: Capabilities;
  readonly glyphs: Glyphs;
  readonly theme: Theme;
  /** On for a projector: little, and large. */
  readonly stage: 'on' | 'off';
  readonly mouse: 'on' | 'off';
}

/**
 * @param detected what the terminal can
 * @param preferences what the person wants; a wish that the terminal cannot fulfil is left aside where that is known
 */
export function displayFor(
  detected: Capabilities,
  preferences: Preferences,
  stage: Display['stage'],
): Display {
  const text = preferences.signs === 'auto' ? detected.text : preferences.signs;
  const capabilities = { ...detected, text, graphics: graphicsFor(detected, preferences, text) };
  return {
    capabilities,
    glyphs: glyphsFor(text),
    theme: themeFor(themeName(detected, preferences, stage), detected.colorLevel),
    stage,
    mouse: preferences.mouse,
  };
}

function themeName(
  { background, colorLevel }: Capabilities,
  { theme }: Preferences,
  stage: Display['stage'],
): ThemeName {
  if (theme !== 'auto') return theme;
  // The bright colours of high contrast are lost on a light wall.
  if (stage === 'on') return background === 'light' ? 'light' : 'contrast';
  // The person chose the 16 colours for this background; with more, ours are easier to tell apart.
  return background === 'unknown' || colorLevel < 2 ? 'terminal' : background;
}

function graphicsFor(
  { graphics, colorLevel }: Capabilities,
  { pictures }: Preferences,
  text: Capabilities['text'],
): Graphics {
  const wanted = pictures === 'auto' ? graphics : pictures;
  const needsColors = wanted === 'half-blocks' && (colorLevel < 2 || text === 'ascii');
  return needsColors ? 'ascii' : wanted;
}
