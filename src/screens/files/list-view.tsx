import { Box } from 'ink';
import { useRef, useState } from 'react';
import type { FileBrowserState } from '../../state/file-browser-state.js';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { Rows } from '../../ui/components/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { listRows, markWidth } from './list-rows.js';
import { scrolled, windowWith } from './list-window.js';

export interface ListViewProps {
  browser: FileBrowser;
  state: FileBrowserState;
  /** Cells. */
  width: number;
  height: number;
  /** Called for a click on the row that is looked at. */
  onChoose: () => void;
}

/** Rows that a turn of the wheel goes on. */
const wheelRows = 3;

/** The rows of the listed folder. A click looks at a row, another one there chooses it; one on its mark marks it. */
export function ListView({ browser, state, width, height, onChoose }: ListViewProps) {
  const { rows, place } = state;
  const { purpose } = browser;
  const { glyphs } = useTerminal();
  const [from, setFrom] = useState(0);
  const size = { count: rows.length, height };
  const window = windowWith(place, from, size);
  if (window.from !== from) setFrom(window.from);
  // A wheel turns faster than frames are drawn.
  const newestFrom = useRef(0);
  newestFrom.current = window.from;

  const list = useMouse({
    onPress: ({ column, row }, { button }) => {
      const pressed = window.from + row;
      if (button !== 'left' || pressed >= window.to) return;
      const isMark = column < markWidth && purpose === 'pictures';
      if (pressed === browser.store.getState().place && !isMark) {
        onChoose();
        return;
      }
      browser.moveTo(pressed);
      if (isMark) browser.toggleMark(pressed);
    },
    onWheel: (direction) => {
      const at = { from: newestFrom.current, place: browser.store.getState().place };
      const next = scrolled(direction * wheelRows, at, size);
      newestFrom.current = next.from;
      setFrom(next.from);
      browser.moveTo(next.place);
    },
  });
  return (
    <Box ref={list} width={width} height={height}>
      <Rows
        rows={listRows(state, { purpose, window, glyphs, width })}
        width={width}
        height={height}
      />
    </Box>
  );
}
