import type { ReactNode } from 'react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import type { Display } from '../display/display.js';
import type { Span, Tone } from '../rows.js';
import { span } from '../rows.js';
import { InputGate } from './input-gate.js';
import type { TerminalServices } from './services.js';

const ServicesContext = createContext<TerminalServices | undefined>(undefined);

export interface TerminalProviderProps {
  services: TerminalServices;
  children: ReactNode;
}

export function TerminalProvider({ services, children }: TerminalProviderProps) {
  return (
    <ServicesContext value={services}>
      {children}
      <InputGate turns={services.turns} />
    </ServicesContext>
  );
}

/** For this kit; screens use the hooks below. */
export function useServices(): TerminalServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('A component of the terminal is used outside TerminalProvider');
  return services;
}

export interface Terminal extends Display {
  columns: number;
  rows: number;
}

/** The terminal's size and how to draw on it; renders again when either changes. */
export function useTerminal(): Terminal {
  const { size, appearance } = useServices();
  const { columns, rows } = useSyncExternalStore(size.subscribe, size.get);
  return { columns, rows, ...useStore(appearance.store) };
}

/** What `Frame` leaves for a screen: all but the line of tabs and the line of keys. */
export function useWorkArea(): { width: number; height: number } {
  const { columns, rows } = useTerminal();
  return { width: columns, height: Math.max(0, rows - 2) };
}

export interface ActiveOptions {
  isActive?: boolean;
}

/** Text that is pasted or dragged in while no text field is focused. */
export function usePaste(handler: (text: string) => void, { isActive = true }: ActiveOptions = {}) {
  usePasteAt('screen', handler, isActive ? 'on' : 'off');
}

/** The same for a text field, which comes first. */
export function usePasteAt(
  level: 'field' | 'screen',
  handler: (text: string) => void,
  state: 'on' | 'off',
): void {
  const { paste } = useServices();
  const latest = useLatest(handler);
  useEffect(() => {
    if (state === 'off') return;
    return paste.subscribe(level, (text) => latest.current(text));
  }, [paste, level, state, latest]);
}

/** Says one line where the keys are shown, for a few seconds. */
export function useNotice(): (text: string, tone?: Tone) => void {
  const { notices } = useServices();
  return useCallback(
    (text, tone = 'warning') => notices.getState().say(span(text, tone)),
    [notices],
  );
}

export function useCurrentNotice(): Span | undefined {
  return useStore(useServices().notices, (state) => state.notice);
}

/** Counts up every so many milliseconds on a clock that all components share. */
export function useTick(milliseconds: number, { isActive = true }: ActiveOptions = {}): number {
  const { clock } = useServices();
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!isActive) return;
    return clock.subscribe(milliseconds, () => setTick((count) => count + 1));
  }, [clock, milliseconds, isActive]);
  return tick;
}

/** Counts this component among those that take the keys from the screens below. */
export function useKeyFocus(kind: 'fields' | 'overlays', state: 'on' | 'off'): void {
  const { focus } = useServices();
  useLayoutEffect(() => {
    if (state === 'off') return;
    focus[kind] += 1;
    return () => {
      focus[kind] -= 1;
    };
  }, [focus, kind, state]);
}

/** The newest value for handlers that outlive a render. */
export function useLatest<T>(value: T): { readonly current: T } {
  const ref = useRef(value);
  ref.current = value;
  return ref;
}
