import { createStore } from 'zustand/vanilla';
import type { Span } from '../rows.js';
import type { Glyphs } from '../theme.js';
import { glyphsFor } from '../theme.js';
import type { Capabilities } from './capabilities.js';
import type { SizeStore } from './size.js';

/** What the terminal offers to the components; one for the whole program. */
export interface TerminalServices {
  readonly capabilities: Capabilities;
  readonly glyphs: Glyphs;
  readonly size: Pick<SizeStore, 'get' | 'subscribe'>;
  readonly paste: PasteHub;
  readonly focus: KeyFocus;
  readonly clock: SharedClock;
  readonly notices: NoticeStore;
  /** The key press that is being handled, as the terminal sent it. */
  readonly currentKey: () => string | undefined;
}

export function createServices(
  options: Pick<TerminalServices, 'capabilities' | 'size' | 'currentKey'>,
): TerminalServices {
  return {
    ...options,
    glyphs: glyphsFor(options.capabilities.text),
    paste: new PasteHub(),
    focus: { fields: 0, overlays: 0 },
    clock: new SharedClock(),
    notices: createNotices(),
  };
}

/** How many text fields and overlays are waiting for keys: the screens below them get none. */
export interface KeyFocus {
  fields: number;
  overlays: number;
}

type PasteHandler = (text: string) => void;

/** Gives pasted text to the focused field, or else to whoever listens. */
class PasteHub {
  readonly #handlers = { field: new Set<PasteHandler>(), screen: new Set<PasteHandler>() };

  subscribe(level: 'field' | 'screen', handler: PasteHandler): () => void {
    this.#handlers[level].add(handler);
    return () => this.#handlers[level].delete(handler);
  }

  emit(text: string): void {
    const { field, screen } = this.#handlers;
    for (const handler of field.size > 0 ? field : screen) handler(text);
  }
}

/** One timer for each period, however many components run on it. */
class SharedClock {
  readonly #beats = new Map<number, { timer: NodeJS.Timeout; listeners: Set<() => void> }>();

  subscribe(milliseconds: number, listener: () => void): () => void {
    const beat = this.#beats.get(milliseconds) ?? this.#start(milliseconds);
    beat.listeners.add(listener);
    return () => {
      beat.listeners.delete(listener);
      if (beat.listeners.size > 0) return;
      clearInterval(beat.timer);
      this.#beats.delete(milliseconds);
    };
  }

  #start(milliseconds: number) {
    const listeners = new Set<() => void>();
    const timer = setInterval(() => {
      for (const listener of listeners) listener();
    }, milliseconds);
    const beat = { timer, listeners };
    this.#beats.set(milliseconds, beat);
    return beat;
  }
}

export type NoticeStore = ReturnType<typeof createNotices>;

const noticeTime = 4000;

interface NoticeState {
  notice: Span | undefined;
  say(notice: Span): void;
}

/** The one line that answers a key press, for a few seconds. */
function createNotices() {
  let timer: NodeJS.Timeout | undefined;
  return createStore<NoticeState>((set) => ({
    notice: undefined,
    say(notice) {
      clearTimeout(timer);
      set({ notice });
      timer = setTimeout(() => set({ notice: undefined }), noticeTime).unref();
    },
  }));
}
