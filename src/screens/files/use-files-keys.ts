import { homedir } from 'node:os';
import { useStore } from 'zustand';
import { isPath } from '../../state/file-browser-rows.js';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { parsePastedPaths } from '../../ui/terminal/paths.js';
import { usePasteAt } from '../../ui/terminal/terminal-context.js';
import { filesAvailability } from './availability.js';

export interface FilesKeysOptions {
  /** Rows that a page goes on. */
  page: number;
  onChoose: (paths: readonly string[]) => void;
  onClose: () => void;
}

/**
 * The keys of the place `files`, and what is typed and pasted there.
 *
 * @returns does what Enter does
 */
export function useFilesKeys(
  browser: FileBrowser,
  { page, onChoose, onClose }: FilesKeysOptions,
): () => void {
  const typesPath = useStore(browser.store, ({ typed }) => isPath(typed));
  const choose = async () => {
    const paths = await browser.choose();
    if (paths.length > 0) onChoose(paths);
  };
  const move = (rows: number) => () => browser.move(rows);

  useKeys(
    'files',
    {
      choose: () => void choose(),
      mark: () => browser.markAndMove(),
      'folder-up': () => void browser.up(),
      'folder-in': () => void browser.enter(),
      'next-place': () => void (typesPath ? browser.complete() : browser.nextPlace()),
      clear: () => void browser.type(''),
      'move-up': move(-1),
      'move-down': move(1),
      'page-up': move(-page),
      'page-down': move(page),
      back: () => {
        browser.leave();
        onClose();
      },
    },
    {
      availability: filesAvailability(browser.purpose),
      typing: {
        onType: (name) => typeKey(browser, name),
        // A path may hold spaces; a filter finds a name by any part of it.
        space: typesPath ? 'typed' : 'acts',
      },
    },
  );
  usePasteAt(
    'field',
    (text) => {
      const paths = parsePastedPaths(text, { home: homedir() });
      if (paths.length === 0) return;
      browser.leave();
      onChoose(paths);
    },
    'on',
  );
  return () => void choose();
}

/** Where nothing is typed there is nothing to take back, so one goes back a folder. */
function typeKey(browser: FileBrowser, name: string): void {
  const { typed } = browser.store.getState();
  if (name !== 'backspace') void browser.type(typed + (name === 'space' ? ' ' : name));
  else if (typed === '') void browser.up();
  else void browser.type([...typed].slice(0, -1).join(''));
}
