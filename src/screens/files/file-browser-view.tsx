import { homedir } from 'node:os';
import { Box } from 'ink';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { browserLayout } from './browser-layout.js';
import { folderNote, folderTitle, newsRow, typedRow } from './line-rows.js';
import { ListView } from './list-view.js';
import { PlacesView } from './places-view.js';
import { PreviewView } from './preview-view.js';
import { useFilesKeys } from './use-files-keys.js';

export interface FileBrowserViewProps {
  browser: FileBrowser;
  /** Called with what is chosen: pictures and folders of them, or one source of data. */
  onChoose: (paths: readonly string[]) => void;
  onClose: () => void;
}

/** Chooses files. Letters are typed into it; all other keys are those of the place `files`. */
export function FileBrowserView({ browser, onChoose, onClose }: FileBrowserViewProps) {
  const state = useStore(browser.store);
  const { purpose } = browser;
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  useEffect(() => {
    void browser.refresh();
  }, [browser]);

  const layout = browserLayout(area, state.places.length);
  const inner = { list: panelInner(layout.list), places: panelInner(layout.places) };
  const choose = useFilesKeys(browser, { page: inner.list.height, onChoose, onClose });

  const { entries, busy } = state;
  const note = useMemo(() => folderNote({ entries, busy }, purpose), [entries, busy, purpose]);
  const options = { glyphs, home: homedir() };
  const title = folderTitle(state, { ...options, width: inner.list.width - note.length - 4 });
  return (
    <>
      <Rows rows={[typedRow(state, { ...options, width: area.width })]} width={area.width} />
      <Box height={layout.list.height}>
        <Panel title={title} note={note} tone="accent" {...layout.list}>
          <ListView browser={browser} state={state} onChoose={choose} {...inner.list} />
        </Panel>
        <Box flexDirection="column">
          <Panel title="Places" {...layout.places}>
            <PlacesView browser={browser} state={state} {...inner.places} />
          </Panel>
          <PreviewView state={state} {...layout.preview} />
        </Box>
      </Box>
      <Rows rows={[newsRow(state, { purpose, glyphs })]} width={area.width} />
    </>
  );
}
