import { basename, join } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import { writeFileWhole } from '../../files/write-whole.js';
import type { Recognition } from '../recognition-store.js';
import { batchFile, type ResultFormat, resultsName } from './batch-file.js';

export interface BatchDemoState {
  browser: 'open' | 'closed';
  /** What stands beside the table where there is no room for both. */
  side: 'totals' | 'picture';
}

export interface BatchDemoOptions {
  /** Of its own. */
  recognition: Recognition;
  /** The folder that answers are saved to; made when it is needed. */
  results: string;
  now?: () => Date;
}

/** Reads a folder, shows what needs a look first, and saves the answers. */
export class BatchDemo {
  readonly recognition: Recognition;
  readonly store: StoreApi<BatchDemoState> = createStore<BatchDemoState>(() => ({
    browser: 'closed',
    side: 'totals',
  }));
  readonly #options: BatchDemoOptions;

  constructor(options: BatchDemoOptions) {
    this.#options = options;
    this.recognition = options.recognition;
    this.recognition.toggleOrder();
    this.#stayOnTop();
  }

  /** Another model reads again what was read. */
  open(model: string | undefined): void {
    this.recognition.showPreviews('always');
    const { model: before } = this.recognition.store.getState();
    if (model !== undefined && model !== before) void this.recognition.chooseModel(model);
  }

  read(paths: readonly string[]): void {
    this.closeBrowser();
    void this.recognition.read(paths);
  }

  openBrowser(): void {
    this.store.setState({ browser: 'open' });
  }

  closeBrowser(): void {
    this.store.setState({ browser: 'closed' });
  }

  turnSide(): void {
    const { side } = this.store.getState();
    this.store.setState({ side: side === 'totals' ? 'picture' : 'totals' });
  }

  /**
   * Saves what was read, in a file of its own.
   *
   * @returns the file, or the one line that says why there is none
   */
  async save(format: ResultFormat): Promise<{ file: string } | { problem: string }> {
    const { reading } = this.recognition.store.getState();
    if (!reading || reading.results.length === 0) return { problem: 'nothing was read yet' };
    const { results, now = () => new Date() } = this.#options;
    const moment = now();
    const [path = ''] = reading.paths;
    const file = join(results, resultsName(basename(path), moment, format));
    try {
      await writeFileWhole(file, batchFile(reading, format, moment));
      return { file };
    } catch (error) {
      return { problem: `the answers could not be saved: ${errorLine(error)}` };
    }
  }

  /** While pictures are read, the one that needs a look most is looked at, until another one is chosen. */
  #stayOnTop(): void {
    let chosen: 'by the order' | 'by the person' = 'by the order';
    let isOurs = false;
    this.recognition.store.subscribe((state, before) => {
      const { reading, rows, selected } = state;
      if (reading?.paths !== before.reading?.paths) chosen = 'by the order';
      else if (selected !== before.selected && !isOurs) chosen = 'by the person';
      const [first] = rows;
      if (chosen === 'by the person' || first === undefined || first === selected) return;
      isOurs = true;
      this.recognition.select(first);
      isOurs = false;
    });
  }
}
