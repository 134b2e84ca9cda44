import { useState } from 'react';
import type { Place } from '../keys/key-table.js';
import type { Availability } from '../keys/keys.js';
import { helpGroups } from '../keys/keys.js';
import { fitRows, type Row, span } from '../rows.js';
import { useTerminal, useWorkArea } from '../terminal/terminal-context.js';
import { helpRows } from './help-rows.js';
import { Overlay } from './overlay.js';
import { editRow, pressKey } from './text-edit.js';

export interface HelpProps {
  place: Place;
  availability: Availability;
  onClose: () => void;
}

/** Cells inside. */
const widest = 108;
/** Rows of the work area that are no keys: the borders, an empty row, the hint. */
const otherRows = 4;
const wheelRows = 3;
const noFilter = { value: '', cursor: 0 };

/** Every key that works here and what it does, or why it cannot now. */
export function Help({ place, availability, onClose }: HelpProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const [filter, setFilter] = useState(noFilter);
  const [mode, setMode] = useState<'reading' | 'typing'>('reading');
  const [top, setTop] = useState(0);

  const width = Math.min(widest, area.width - 8);
  const groups = helpGroups(place, availability, glyphs.mode);
  const all = helpRows(groups, { filter: '', width, glyphs });
  const rows = helpRows(groups, { filter: filter.value, width, glyphs });
  const height = Math.min(all.length, area.height - otherRows);
  const last = Math.max(0, rows.length - height);
  const from = Math.min(top, last);

  const scroll = (by: number) => setTop(Math.max(0, Math.min(last, from + by)));
  const steps: Record<string, number> = {
    up: -1,
    down: 1,
    pageup: -height,
    pagedown: height,
    ...(mode === 'reading' && { k: -1, j: 1, home: -last, end: last }),
  };
  const takeFilter = (next: typeof noFilter, nextMode: typeof mode) => {
    setFilter(next);
    setMode(nextMode);
    setTop(0);
  };
  const onKey = (name: string) => {
    if (name in steps) scroll(steps[name]);
    else if (mode === 'typing') {
      if (name === 'enter') setMode('reading');
      else if (name === 'escape') takeFilter(noFilter, 'reading');
      else takeFilter(pressKey(filter, name), 'typing');
    } else if (name === '/') setMode('typing');
    else if (name === 'escape' && filter.value !== '') takeFilter(noFilter, 'reading');
    else if (['?', 'escape', 'q', 'enter'].includes(name)) onClose();
  };

  const hidden = rows.length - height;
  const more = hidden > 0 ? `, ${glyphs.up}${glyphs.down} ${hidden} more` : '';
  const bottom: Row =
    mode === 'typing' || filter.value !== ''
      ? [span('/ ', 'accent'), ...(mode === 'typing' ? editRow(filter, 40) : [span(filter.value)])]
      : [span(`Esc closes, / finds a key${more}`, 'dim')];
  return (
    <Overlay
      title="Keys"
      rows={[...fitRows(rows.slice(from), width, height), '', bottom]}
      onKey={onKey}
      onWheel={(direction) => scroll(direction * wheelRows)}
    />
  );
}
