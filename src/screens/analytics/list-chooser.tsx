import { useState } from 'react';
import { Overlay } from '../../ui/components/overlay.js';
import { rowWindow } from '../../ui/components/row-window.js';
import { type RowLike, rowText, span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';

export interface ListChooserProps {
  title: string;
  /** A row an entry, at most 72 cells wide. */
  rows: readonly RowLike[];
  /** The entry that is chosen now; -1 for none. */
  chosen: number;
  /** The key that has opened it closes it, too. */
  closeKey: string;
  onChoose: (place: number) => void;
  onClose: () => void;
}

/** A list to choose from, over a view. */
export function ListChooser({
  title,
  rows,
  chosen,
  closeKey,
  onChoose,
  onClose,
}: ListChooserProps) {
  const { glyphs } = useTerminal();
  const { height } = useWorkArea();
  const [place, setPlace] = useState(Math.max(0, chosen));
  const move = (by: number) => setPlace(Math.min(rows.length - 1, Math.max(0, place + by)));
  const onKey = (name: string) => {
    if (name === 'down' || name === 'j') move(1);
    else if (name === 'up' || name === 'k') move(-1);
    else if (name === 'escape' || name === 'q' || name === closeKey) onClose();
    else if (name === 'enter' && place < rows.length) onChoose(place);
  };
  const { from, to } = rowWindow({ count: rows.length, place, height: height - 6 });
  const shown = rows.slice(from, to).map((row, index): RowLike => {
    const at = from + index;
    const marked = [span(`${at === chosen ? glyphs.pointer : ' '} `, 'accent'), ...row];
    return at === place ? [span(rowText(marked), 'selected')] : marked;
  });
  return (
    <Overlay
      title={title}
      rows={[...shown, '', [span('Enter chooses, Esc closes', 'dim')]]}
      onKey={onKey}
      onPress={({ row }) => {
        if (row >= 0 && from + row < to) onChoose(from + row);
      }}
    />
  );
}
