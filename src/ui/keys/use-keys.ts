import { useInput } from 'ink';
import { useKeyFocus, useLatest, useNotice, useServices } from '../terminal/terminal-context.js';
import { isCovered, isTaken, isTyped, type Typing, typingFirst, untypedKey } from './key-focus.js';
import { useIsUnderOverlay } from './key-layer.js';
import { keyName } from './key-names.js';
import type { Action, Place } from './key-table.js';
import type { Availability } from './keys.js';
import { matchKey, overridingAction, refusal, whyNothing } from './keys.js';

export interface UseKeysOptions {
  availability?: Availability;
  isActive?: boolean;
  typing?: Typing;
}

/**
 * Calls the handler of the action that a key stands for in this place. Several components may do so at once, each
 * with its own actions. An action that cannot act says why in the footer; a handler is told the key by its name.
 */
export function useKeys(
  place: Place,
  handlers: Partial<Record<Action, (key: string) => void>>,
  { availability = {}, isActive = true, typing }: UseKeysOptions = {},
): void {
  const { focus, notices } = useServices();
  const notice = useNotice();
  useKeyFocus('fields', typing && isActive ? 'on' : 'off');
  const latest = useLatest({ place, handlers, availability });
  const handle = useLatest((name: string) => {
    if (typing ? isCovered(name, focus) : isTaken(name, focus)) return;
    if (typing && isTyped(name, typing)) {
      typing.onType(name);
      return;
    }
    const { place: where } = latest.current;
    if (where === 'global' && overridingAction(name, focus.place) !== undefined) return;
    const action = matchKey(name, where);
    const handler = action && latest.current.handlers[action];
    if (!action || !handler) return;
    const reason = refusal(action, latest.current.availability);
    if (reason !== undefined) {
      notice(reason);
      return;
    }
    notices.getState().dismiss();
    handler(name);
  });
  useAnyKey((name) => handle.current(name), { isActive });
}

/** Says in the footer why a key does nothing in this place; for the one component that stands for the place. */
export function useKeyExcuses(place: Place): void {
  const { focus, appearance } = useServices();
  const notice = useNotice();
  useAnyKey((name) => {
    if (isTaken(name, focus) || matchKey(name, place) !== undefined) return;
    notice(whyNothing(name, appearance.store.getState().glyphs.mode));
  });
}

/** What a click on a key that is written on the screen does: it presses the key, save where it would be typed. */
export function useKeyClick(): (name: string) => void {
  const { focus, pressKey } = useServices();
  const notice = useNotice();
  return (name) => {
    if (untypedKey([name], focus) === undefined) notice(typingFirst);
    else pressKey(name);
  };
}

/** Every key press by its name, for components that take the keys themselves; none while an overlay lies over them. */
export function useKeyPress(
  handler: (name: string, input: string) => void,
  { isActive = true }: { isActive?: boolean } = {},
): void {
  const isUnderOverlay = useIsUnderOverlay();
  useAnyKey(
    (name, input) => {
      if (!isUnderOverlay()) handler(name, input);
    },
    { isActive },
  );
}

function useAnyKey(
  handler: (name: string, input: string) => void,
  { isActive }: { isActive?: boolean } = {},
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
