import type { CellPlace } from '../../src/ui/terminal/element-area.js';
import { type Mounted, settle } from './mount.js';

/** Clicks the first cell of a text on the screen; fails where it is not there. */
export async function click(view: Mounted, text: string): Promise<void> {
  const row = view.screen().findIndex((line) => line.includes(text));
  if (row < 0) throw new Error(`There is no "${text}" on the screen:\n${view.screen().join('\n')}`);
  await clickAt(view, { column: view.screen()[row].indexOf(text), row });
}

export async function clickAt(view: Mounted, at: CellPlace): Promise<void> {
  view.services.mouse.emit({ kind: 'press', button: 'left', ...at });
  view.services.mouse.emit({ kind: 'release', button: 'left', ...at });
  await settle();
}

/** Turns the wheel by one step in the middle of a screen of 80x24. */
export async function wheel(view: Mounted, direction: 'up' | 'down'): Promise<void> {
  view.services.mouse.emit({ kind: `wheel-${direction}`, button: 'left', column: 40, row: 12 });
  await settle();
}
