import { useState } from 'react';
import { type Preferences, preferenceNames } from '../../core/preferences.js';
import { shownKey } from '../keys/key-names.js';
import { fitRows, type RowLike, span } from '../rows.js';
import { useServices, useTerminal } from '../terminal/terminal-context.js';
import { Overlay } from './overlay.js';
import { preferenceEntries, preferenceWords, stepChoice, withChoice } from './preferences-rows.js';
import { entriesRow, entryAt } from './row-entries.js';

export interface PreferencesOverlayProps {
  onClose: () => void;
}

/** How the program is drawn; every change is seen at once and kept for the next time. */
export function PreferencesOverlay({ onClose }: PreferencesOverlayProps) {
  const { appearance } = useServices();
  // Renders again with every change of it.
  const display = useTerminal();
  const [selected, setSelected] = useState(0);
  const { preferences } = appearance;
  const name = preferenceNames[selected];

  const prefer = (wanted: Preferences) => appearance.prefer(wanted);
  const move = (by: number) =>
    setSelected((selected + by + preferenceNames.length) % preferenceNames.length);
  const onKey = (key: string) => {
    if (key === 'up' || key === 'k' || key === 'shift+tab') move(-1);
    else if (key === 'down' || key === 'j' || key === 'tab') move(1);
    else if (['right', 'l', 'enter', 'space'].includes(key)) {
      prefer(stepChoice(preferences, name, 'next'));
    } else if (key === 'left' || key === 'h') prefer(stepChoice(preferences, name, 'previous'));
    else if (['escape', 'q', ','].includes(key)) onClose();
  };

  const lines = preferenceNames.map((each, index) => {
    const state = index === selected ? 'selected' : 'plain';
    return preferenceEntries({ name: each, preferences, display, state });
  });
  const [left, right] = ['left', 'right'].map((key) => shownKey(key, display.glyphs.mode));
  const rows: RowLike[] = [
    '',
    ...lines.map(entriesRow),
    '',
    [span(`  ${preferenceWords[name]}`, 'dim')],
    '',
    [span(`${left} ${right} change it, now and for the next time; Esc closes`, 'dim')],
  ];
  return (
    <Overlay
      title="Preferences"
      rows={fitRows(rows, Math.min(widest, display.columns - 4))}
      onKey={onKey}
      onPress={({ row, column }) => {
        const index = row - firstLine;
        const choice = lines[index] && entryAt(lines[index], column);
        if (choice === undefined) return;
        setSelected(index);
        prefer(withChoice(preferences, preferenceNames[index], choice));
      }}
    />
  );
}

/** Cells inside: room for the longest line. */
const widest = 74;
/** The row of the first preference. */
const firstLine = 1;
