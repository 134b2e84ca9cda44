import { createStore } from 'zustand/vanilla';
import { Appearance, type AppearanceOptions } from '../display/appearance.js';
import type { Place } from '../keys/key-table.js';
import type { Span } from '../rows.js';
import type { Canvas } from './canvas.js';
import { PictureMarks } from './graphics/picture-marks.js';
import type { InputTurns } from './input-turns.js';
import { MouseHub } from './mouse.js';
import type { SizeStore } from './size.js';

/** What the terminal offers to the components; one for the whole program. */
export interface TerminalServices {
  readonly appearance: Appearance;
  readonly size: Pick<SizeStore, 'get' | 'subscribe'>;
  readonly canvas: Canvas;
  readonly pictures: PictureMarks;
  readonly paste: PasteHub;
  readonly mouse: MouseHub;
  readonly focus: KeyFocus;
  readonly clock: SharedClock;
  readonly notices: NoticeStore;
  readonly turns: InputTurns;
  /** Does what the key of this name does. */
  readonly pressKey: (name: string) => void;
}

export interface ServicesOptions
  extends Pick<TerminalServices, 'size' | 'canvas' | 'turns' | 'pressKey'> {
  appearance: AppearanceOptions;
  pictures?: PictureMarks;
}

export function createServices({ appearance, ...options }: ServicesOptions): TerminalServices {
  return {
    pictures: new PictureMarks(),
    ...options,
    appearance: new Appearance(appearance),
    paste: new PasteHub(),
    // A list that does not know the mouse scrolls all the same.
    mouse: new MouseHub((direction) => options.pressKey(direction < 0 ? 'up' : 'down')),
    focus: { fields: 0, overlays: 0 },
    clock: new SharedClock(),
    notices: createNotices(),
  };
}

/** How many text fields and overlays are waiting for keys: the screens below them get none. */
export interface KeyFocus {
  fields: number;
  overlays: number;
  /** Whose keys the open screen has: some come before those of everywhere. */
  place?: Place;
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
  /** What was said answers a key press that is over: another has been made. */
  dismiss(): void;
}

/** The one line that answers a key press, for a few seconds or until another one acts. */
function createNotices() {
  let timer: NodeJS.Timeout | undefined;
  return createStore<NoticeState>((set) => ({
    notice: undefined,
    say(notice) {
      clearTimeout(timer);
      set({ notice });
      timer = setTimeout(() => set({ notice: undefined }), noticeTime).unref();
    },
    dismiss() {
      clearTimeout(timer);
      set({ notice: undefined });
    },
  }));
}
