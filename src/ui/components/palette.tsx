import { useContext, useEffect, useRef, useState } from 'react';
import type { Place } from '../keys/key-table.js';
import type { Availability } from '../keys/keys.js';
import { fitRow, fitRows, type Row, span } from '../rows.js';
import { useNotice, useServices, useTerminal, useWorkArea } from '../terminal/terminal-context.js';
import { Overlay } from './overlay.js';
import { CommandsContext } from './palette-commands.js';
import { findEntries, type PaletteEntry, paletteEntries } from './palette-entries.js';
import { paletteRows } from './palette-rows.js';
import { rowWindow } from './row-window.js';
import { editRow, pressKey as editWith } from './text-edit.js';

export interface PaletteProps {
  place: Place;
  availability: Availability;
  onClose: () => void;
}

/** Cells inside. */
const widest = 84;
/** Entries that are shown at most. */
const highest = 20;
/** Rows of the work area that are not entries: borders, query, hint, empty ones inside and outside. */
const otherRows = 10;
/** Rows above the first entry. */
const headRows = 2;

/** Everything that can be done now, found by a few letters of its name. */
export function Palette({ place, availability, onClose }: PaletteProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const entries = useEntries(place, availability);
  const doWhenClosed = useWhenClosed();
  const doEntry = useEntryAction();
  const [query, setQuery] = useState({ value: '', cursor: 0 });
  const [selected, setSelected] = useState(0);
  const found = findEntries(entries, query.value);

  const height = Math.min(highest, entries.length, area.height - otherRows);
  const width = Math.min(widest, area.width - 8);
  const shown = rowWindow({ count: found.length, place: selected, height });

  const choose = (index: number) => {
    const chosen = found[index];
    if (!chosen) return;
    doWhenClosed(() => doEntry(chosen.entry));
    onClose();
  };
  const move = (by: number) => setSelected(Math.max(0, Math.min(found.length - 1, selected + by)));
  const onKey = (name: string) => {
    const by = steps[name] ?? (name === 'pageup' ? -height : name === 'pagedown' ? height : 0);
    if (by !== 0) move(by);
    else if (name === 'enter') choose(selected);
    else if (name === 'escape') onClose();
    else {
      const next = editWith(query, name);
      setQuery(next);
      if (next.value !== query.value) setSelected(0);
    }
  };
  const list =
    found.length > 0
      ? paletteRows(found, { selected, ...shown, width, glyphs })
      : [[span('nothing is called that', 'dim')]];
  const hint = `Enter does it, Esc closes${' '.repeat(4)}${found.length} of ${entries.length}`;
  const rows: Row[] = [
    [span(': ', 'accent'), ...editRow(query, width - 2)],
    ...fitRows(['', ...list], width, height + 2),
    fitRow([span(hint, 'dim')], width),
  ];
  return (
    <Overlay
      title="Commands"
      rows={rows}
      onKey={onKey}
      onPress={({ row }) => {
        const index = shown.from + row - headRows;
        if (row >= headRows && index < shown.to) choose(index);
      }}
      onWheel={move}
    />
  );
}

const steps: Record<string, number> = { up: -1, 'ctrl+p': -1, down: 1, 'ctrl+n': 1 };

/** As they are when it opens: a list that changes under one's fingers does the wrong thing. */
function useEntries(place: Place, availability: Availability): readonly PaletteEntry[] {
  const commands = useContext(CommandsContext);
  const { focus } = useServices();
  const { glyphs } = useTerminal();
  const [entries] = useState(() =>
    paletteEntries({ place, availability, commands, focus, mode: glyphs.mode }),
  );
  return entries;
}

function useEntryAction(): (entry: PaletteEntry) => void {
  const { pressKey } = useServices();
  const notice = useNotice();
  return ({ choice }) => {
    if ('key' in choice) pressKey(choice.key);
    else if ('run' in choice) choice.run();
    else notice(choice.reason);
  };
}

/** Keeps what is to be done until the palette has gone: while it is here it has the keys for itself. */
function useWhenClosed(): (act: () => void) => void {
  const act = useRef<() => void>(undefined);
  useEffect(() => () => act.current?.(), []);
  return (next) => {
    act.current = next;
  };
}
