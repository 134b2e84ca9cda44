import { homedir } from 'node:os';
import { Box } from 'ink';
import type { FileBrowserState } from '../../state/file-browser-state.js';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { Rows } from '../../ui/components/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { placeRows, placeWindow } from './place-rows.js';

export interface PlacesViewProps {
  browser: FileBrowser;
  state: FileBrowserState;
  /** Cells. */
  width: number;
  height: number;
}

/** Places to go to by a click. */
export function PlacesView({ browser, state, width, height }: PlacesViewProps) {
  const { glyphs } = useTerminal();
  const window = placeWindow(state, height);
  const places = useMouse({
    onPress: ({ row }, { button }) => {
      const pressed = state.places[window.from + row];
      if (button === 'left' && pressed) void browser.open(pressed.folder);
    },
  });
  return (
    <Box ref={places} width={width} height={height}>
      <Rows
        rows={placeRows(state, { window, width, glyphs, home: homedir() })}
        width={width}
        height={height}
      />
    </Box>
  );
}
