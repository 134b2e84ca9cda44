import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import { useKeyFocus, useServices } from '../terminal/terminal-context.js';

/** How many overlays were open when the one that a component is in had opened: 0 on a screen. */
interface KeyLayer {
  readonly current: number;
}

/** What a component is in; an overlay gives its own to what it holds. */
export const KeyLayerContext = createContext<KeyLayer>({ current: 0 });

/** Takes the keys from everything below, and gives them back when the component goes. */
export function useOverlayLayer(): KeyLayer {
  const { focus } = useServices();
  const layer = useRef(0);
  useKeyFocus('overlays', 'on');
  // Counted by now: layout effects run in their order.
  useLayoutEffect(() => {
    layer.current = focus.overlays;
  }, [focus]);
  return layer;
}

/** Tells whether an overlay lies over the component now. */
export function useIsUnderOverlay(): () => boolean {
  const { focus } = useServices();
  const layer = useContext(KeyLayerContext);
  return () => focus.overlays > layer.current;
}
