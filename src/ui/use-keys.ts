import { useInput } from 'ink';
import { isLetter, keyName } from './key-names.js';
import type { Action, Availability, ScreenName } from './keys.js';
import { matchKey, refusal } from './keys.js';
import { useLatest, useNotice, useServices } from './terminal/terminal-context.js';

export interface UseKeysOptions {
  availability?: Availability;
  isActive?: boolean;
}

// What a focused text field keeps for itself, besides letters.
const fieldKeys = new Set(['enter', 'escape', 'left', 'right', 'home', 'end', 'backspace']);

/**
 * Calls the handler of the action that a key stands for on this screen. Several components may do so at once, each
 * with its own actions. An action that cannot act says why in the footer.
 */
export function useKeys(
  screen: ScreenName,
  handlers: Partial<Record<Action, () => void>>,
  { availability = {}, isActive = true }: UseKeysOptions = {},
): void {
  const { focus } = useServices();
  const notice = useNotice();
  const latest = useLatest({ screen, handlers, availability });
  const handle = useLatest((name: string) => {
    const isForField = focus.fields > 0 && (isLetter(name) || fieldKeys.has(name));
    if (isForField || (focus.overlays > 0 && name !== 'ctrl+c')) return;
    const action = matchKey(name, latest.current.screen);
    const handler = action && latest.current.handlers[action];
    if (!action || !handler) return;
    const reason = refusal(action, latest.current.availability);
    if (reason === undefined) handler();
    else notice(reason);
  });
  useKeyPress((name) => handle.current(name), { isActive });
}

/** Every key press by its name, for components that take the keys themselves. */
export function useKeyPress(
  handler: (name: string, input: string) => void,
  { isActive = true }: { isActive?: boolean } = {},
): void {
  const latest = useLatest(handler);
  useInput(
    (input, key) => {
      const name = keyName(input, key);
      if (name !== undefined) latest.current(name, input);
    },
    { isActive },
  );
}
