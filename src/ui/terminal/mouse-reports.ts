import type { CellPlace } from './element-area.js';

/** A report of the mouse; the place is a cell of the screen. */
export interface MouseEvent extends CellPlace {
  kind: 'press' | 'drag' | 'release' | 'wheel-up' | 'wheel-down';
  /** The wheel is the middle button. */
  button: 'left' | 'middle' | 'right';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const sgrReport = /^\u001b\[<(\d+);(-?\d+);(-?\d+)([Mm])$/;

const buttons = ['left', 'middle', 'right'] as const;

// The bits of a report's first number (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, Mouse Tracking).
// Those for Shift, Meta and Control, 4 to 16, are left aside.
const buttonBits = 0b11;
const motionBit = 32;
const wheelBit = 64;
const moreButtonsBit = 128;

/**
 * A mouse report in SGR form, mode 1006. Undefined for any other sequence, and for what nothing here is done with:
 * a mouse that moves with no button held, a wheel that turns sideways, a fourth button.
 */
export function readMouseReport(sequence: string): MouseEvent | undefined {
  const [, code, x, y, final] = sgrReport.exec(sequence) ?? [];
  if (code === undefined) return undefined;
  const bits = Number(code);
  if (bits & moreButtonsBit) return undefined;
  // Dragged out of its window, the mouse is at its edge.
  const place = { column: Math.max(0, Number(x) - 1), row: Math.max(0, Number(y) - 1) };
  if (bits & wheelBit) {
    const direction = bits & buttonBits;
    if (final === 'm' || direction > 1) return undefined;
    return { kind: direction === 0 ? 'wheel-up' : 'wheel-down', button: 'middle', ...place };
  }
  const button = buttons[bits & buttonBits];
  if (button === undefined) return undefined;
  const kind = final === 'm' ? 'release' : bits & motionBit ? 'drag' : 'press';
  return { kind, button, ...place };
}
