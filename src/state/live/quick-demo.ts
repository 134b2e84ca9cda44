import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PictureResult } from '../../host/protocol.js';
import type { ReadPicture } from '../recognition-reading.js';
import type { Recognition } from '../recognition-store.js';

/** Seconds that a picture is shown, from slow to fast. */
export const paces = [8, 4, 2, 1, 0.5, 0.25] as const;
const usualPace = 2;

export interface QuickDemoState {
  play: 'on' | 'paused';
  /** Index of `paces`. */
  pace: number;
  /** Whether a folder is being chosen. */
  browser: 'open' | 'closed';
}

/** Shows read pictures one after the other, again and again, until it is left. */
export class QuickDemo {
  readonly recognition: Recognition;
  readonly store: StoreApi<QuickDemoState> = createStore<QuickDemoState>(() => ({
    play: 'on',
    pace: usualPace,
    browser: 'closed',
  }));
  #timer: NodeJS.Timeout | undefined;
  #isOpen = false;

  /** @param recognition of its own: it reads, and its selected picture is the one that is shown */
  constructor(recognition: Recognition) {
    this.recognition = recognition;
    // What cannot be read is told, and passed over.
    recognition.store.subscribe(({ reading, selected }) => {
      const results = reading?.results ?? [];
      const first = results.findIndex(isReadable);
      const shown = results[selected];
      if (first >= 0 && !(shown && isReadable(shown))) recognition.select(first);
    });
  }

  /** Begins where it was left; with the sample digits the first time. Another model reads again. */
  open(model: string | undefined): void {
    this.#isOpen = true;
    this.recognition.showPreviews('always');
    const { reading, model: before } = this.recognition.store.getState();
    if (model !== undefined && model !== before) void this.recognition.chooseModel(model);
    if (!reading) void this.recognition.readSamples();
    else if (reading.status !== 'done') void this.recognition.readAgain();
    this.#waitForNext();
  }

  leave(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    this.recognition.stop();
    this.closeBrowser();
  }

  read(paths: readonly string[]): void {
    this.closeBrowser();
    void this.recognition.read(paths);
    this.#waitForNext();
  }

  readSamples(): void {
    void this.recognition.readSamples();
    this.#waitForNext();
  }

  togglePlay(): void {
    const { play } = this.store.getState();
    this.store.setState({ play: play === 'on' ? 'paused' : 'on' });
    this.#waitForNext();
  }

  /** Shows each picture for less time, or for more. */
  changePace(steps: 1 | -1): void {
    const pace = this.store.getState().pace + steps;
    this.store.setState({ pace: Math.min(paces.length - 1, Math.max(0, pace)) });
    this.#waitForNext();
  }

  /** The next picture that could be read, or the one before; the time of the one that is shown begins anew. */
  step(direction: 1 | -1): void {
    const { reading, selected } = this.recognition.store.getState();
    const next = nextReadable(reading?.results ?? [], selected, direction);
    // While it is still being read, what comes after the last one is not the first one.
    const wraps = (next - selected) * direction < 0;
    if (next >= 0 && !(wraps && reading?.status === 'reading')) this.recognition.select(next);
    this.#waitForNext();
  }

  openBrowser(): void {
    this.store.setState({ browser: 'open' });
    clearTimeout(this.#timer);
  }

  closeBrowser(): void {
    this.store.setState({ browser: 'closed' });
    this.#waitForNext();
  }

  #waitForNext(): void {
    clearTimeout(this.#timer);
    const { play, pace, browser } = this.store.getState();
    if (!this.#isOpen || play === 'paused' || browser === 'open') return;
    this.#timer = setTimeout(() => this.step(1), paces[pace] * 1000);
    this.#timer.unref();
    const { reading, selected } = this.recognition.store.getState();
    // A picture that is loaded when its turn comes would be missed for a moment.
    this.recognition.prepare(nextReadable(reading?.results ?? [], selected, 1));
  }
}

export function isReadable(result: PictureResult): result is ReadPicture {
  return !('error' in result);
}

/** The place of the next picture that could be read, around the ends; -1 where there is none. */
export function nextReadable(
  results: readonly PictureResult[],
  from: number,
  direction: 1 | -1,
): number {
  for (let step = 1; step <= results.length; step += 1) {
    const place = (from + direction * step + results.length) % results.length;
    if (isReadable(results[place])) return place;
  }
  return -1;
}
