import { cellWidth } from '../cells.js';
import type { Availability, HelpRow, ScreenName } from '../keys.js';
import { helpRows } from '../keys.js';
import type { Row } from '../rows.js';
import { joinColumns, span } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { Overlay } from './overlay.js';

export interface HelpProps {
  screen: ScreenName;
  availability: Availability;
  onClose: () => void;
}

/** Every key of the screen and what it does, or why it cannot now. */
export function Help({ screen, availability, onClose }: HelpProps) {
  const { glyphs } = useTerminal();
  const rows = helpLines(helpRows(screen, availability, glyphs.mode));
  return (
    <Overlay
      title="Keys"
      rows={rows}
      onKey={(name) => {
        if (['?', 'escape', 'q', 'enter'].includes(name)) onClose();
      }}
    />
  );
}

function helpLines(rows: readonly HelpRow[]): Row[] {
  const keysWidth = Math.max(0, ...rows.map((row) => cellWidth(row.keys)));
  const lines = rows.map(({ keys, words, reason }) => {
    const text = reason === undefined ? words : `${words}: ${reason}`;
    return joinColumns([
      { row: [span(keys, 'accent')], width: keysWidth },
      { row: [span(text, reason === undefined ? 'plain' : 'dim')], width: cellWidth(text) },
    ]);
  });
  return [...lines, [span('Esc closes', 'dim')]];
}
