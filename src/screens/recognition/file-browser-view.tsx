import { homedir } from 'node:os';
import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { isLetter } from '../../ui/key-names.js';
import { parsePastedPaths } from '../../ui/terminal/paths.js';
import {
  useKeyFocus,
  usePaste,
  useTerminal,
  useWorkArea,
} from '../../ui/terminal/terminal-context.js';
import { useKeyPress } from '../../ui/use-keys.js';
import { browserHint, browserList, folderNote, placeRows, typedRow } from './browser-rows.js';
import { shortPath } from './file-names.js';

export interface FileBrowserViewProps {
  browser: FileBrowser;
  onRead: (paths: readonly string[]) => void;
  onClose: () => void;
}

/** Chooses what is read. It has all keys, for letters are typed into it. */
export function FileBrowserView({ browser, onRead, onClose }: FileBrowserViewProps) {
  const state = useStore(browser.store);
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  useKeyFocus('overlays', 'on');
  useEffect(() => {
    void browser.refresh();
  }, [browser]);

  const height = area.height - 2;
  const side = { width: area.width >= 110 ? 36 : 26, height };
  const list = { width: area.width - side.width, height };
  const listInner = panelInner(list);

  useKeyPress(async (name) => {
    if (name === 'escape') {
      browser.leave();
      onClose();
    } else if (name === 'enter') {
      const paths = await browser.choose();
      if (paths.length > 0) onRead(paths);
    } else pressBrowserKey(browser, name, listInner.height);
  });
  usePaste((text) => {
    browser.leave();
    onRead(parsePastedPaths(text, { home: homedir() }));
  });

  const options = { glyphs, home: homedir() };
  const title = shortPath(state.listed, {
    width: listInner.width - folderNote(state).length - 4,
    home: options.home,
    ellipsis: glyphs.ellipsis,
  });
  return (
    <>
      <Rows rows={[typedRow(state, { ...area, ...options })]} width={area.width} />
      <Box height={height}>
        <Panel title={title} note={folderNote(state)} tone="accent" {...list}>
          <Rows rows={browserList(state, { ...listInner, ...options })} {...listInner} />
        </Panel>
        <Panel title="Places" {...side}>
          <Rows
            rows={placeRows(state, { ...panelInner(side), ...options })}
            {...panelInner(side)}
          />
        </Panel>
      </Box>
      <Rows rows={[browserHint(state, glyphs)]} width={area.width} />
    </>
  );
}

function pressBrowserKey(browser: FileBrowser, name: string, page: number): void {
  const { typed } = browser.store.getState();
  const isPath = typed.includes('/') || typed.startsWith('~');
  if (name === 'up') browser.move(-1);
  else if (name === 'down') browser.move(1);
  else if (name === 'pageup') browser.move(-page);
  else if (name === 'pagedown') browser.move(page);
  else if (name === 'left') void browser.up();
  else if (name === 'right') void browser.enter();
  else if (name === 'tab') void (isPath ? browser.complete() : browser.nextPlace());
  else if (name === 'ctrl+u') void browser.type('');
  else if (name === 'backspace') {
    void (typed === '' ? browser.up() : browser.type([...typed].slice(0, -1).join('')));
  } else if (name === 'space') {
    if (isPath) void browser.type(`${typed} `);
    else browser.mark();
  } else if (isLetter(name)) void browser.type(typed + name);
}
