import { homedir } from 'node:os';
import { parsePastedPaths } from '../../ui/terminal/paths.js';
import { usePasteAt } from '../../ui/terminal/terminal-context.js';

/** Takes what is pasted or dragged in for the open demonstration, instead of reading it in Recognition. */
export function usePastedFolder(
  onPaths: (paths: readonly string[]) => void,
  state: 'on' | 'off',
): void {
  usePasteAt(
    'field',
    (text) => {
      const paths = parsePastedPaths(text, { home: homedir() });
      if (paths.length > 0) onPaths(paths);
    },
    state,
  );
}
