import type { DOMElement } from 'ink';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { MouseHandlers } from './mouse.js';
import { useLatest, useServices } from './terminal-context.js';

/** Handles the mouse over the `Box` that the returned ref is given to. */
export function useMouse(handlers: MouseHandlers): RefObject<DOMElement | null> {
  const { mouse } = useServices();
  const element = useRef<DOMElement>(null);
  const latest = useLatest(handlers);
  useLayoutEffect(
    () => mouse.register({ element: () => element.current, handlers: () => latest.current }),
    [mouse, latest],
  );
  return element;
}
