import { createStore, type StoreApi } from 'zustand/vanilla';
import { hasInk } from '../../core/drawing/drawing.js';
import { isEpochKept } from '../../core/run/kept-epochs.js';
import { recipeSettings } from '../../core/settings.js';
import type { ReadDrawingAnswer } from '../../host/protocol.js';
import { toHostSource } from '../../host/source.js';
import type { Workspace } from '../../host/workspace.js';
import type { HostConnection } from '../host-connection.js';
import type { RunStore } from '../run-store.js';
import type { TrainingForm } from '../training-form-store.js';
import type { Board } from './board.js';
import { type DrawingQuestion, DrawingReader } from './drawing-reader.js';

/** What the network was of the opinion after an epoch. */
export interface EpochScore {
  /** Of the ink that was asked about. */
  version: number;
  answer: ReadDrawingAnswer;
}

export interface TrainingDemoState {
  /** What is trained on next, and how long. */
  source: string;
  epochs: number;
  /** By epoch, of the run that the app shows. */
  scores: ReadonlyMap<number, EpochScore>;
  /** The one line that says why the drawing could not be read. */
  problem?: string;
}

export interface TrainingDemoOptions {
  connection: HostConnection;
  workspace: Workspace;
  runs: RunStore;
  board: Board;
  /** Knows which sources there are. */
  form: TrainingForm;
}

/** Few enough to be waited for by a room. */
const offeredEpochs = [2, 5, 10, 20, 50];
/** Milliseconds without a change after which the epochs before the last are asked again too. */
const restTime = 250;

/** A training in front of a room: what is drawn beside it is read with the weights of each epoch. */
export class TrainingDemo {
  readonly board: Board;
  readonly runs: RunStore;
  readonly store: StoreApi<TrainingDemoState> = createStore<TrainingDemoState>(() => ({
    source: 'mnist',
    epochs: 5,
    scores: new Map(),
  }));
  readonly #form: TrainingForm;
  readonly #workspace: Workspace;
  readonly #reader: DrawingReader;
  /** The ink that each epoch was last asked about. */
  #asked = new Map<number, number>();
  #run: string | undefined;
  #restTimer?: NodeJS.Timeout;
  #isAtRest = true;
  #isOpen = false;

  constructor({ connection, workspace, runs, board, form }: TrainingDemoOptions) {
    this.board = board;
    this.runs = runs;
    this.#form = form;
    this.#workspace = workspace;
    this.#reader = new DrawingReader(connection, () => this.#nextQuestion());
    runs.store.subscribe(({ view }, before) => {
      if (view !== before.view) this.#look();
    });
    board.store.subscribe(({ ink }, before) => {
      if (ink !== before.ink) this.#draw();
    });
  }

  /** From now on the drawing is read after each epoch. */
  open(): void {
    this.#isOpen = true;
    // What could not be read before is asked again.
    this.#asked = new Map(
      [...this.store.getState().scores].map(([at, { version }]) => [at, version]),
    );
    this.#look();
  }

  /** Nobody looks: the run goes on, and the drawing is not read. */
  leave(): void {
    this.#isOpen = false;
    this.board.lift();
    clearTimeout(this.#restTimer);
    this.#isAtRest = true;
  }

  nextSource(): void {
    const { sources } = this.#form.store.getState();
    this.store.setState({ source: after(sources, this.store.getState().source) ?? 'mnist' });
  }

  nextEpochs(): void {
    this.store.setState({ epochs: after(offeredEpochs, this.store.getState().epochs) ?? 5 });
  }

  /** Trains from nothing; why it cannot is the `problem` of the runs. */
  async start(): Promise<void> {
    const { source, epochs } = this.store.getState();
    await this.runs.start({
      source: toHostSource(source, this.#workspace, this.#workspace.root),
      settings: { ...recipeSettings.fast, epochs },
    });
  }

  /** Another run, or another epoch of it, may be there. */
  #look(): void {
    const run = this.runs.store.getState().view?.run.id;
    if (run !== this.#run) {
      this.#run = run;
      this.#asked.clear();
      this.store.setState({ scores: new Map(), problem: undefined });
    }
    if (this.#isOpen) this.#reader.wake();
  }

  #draw(): void {
    if (!hasInk(this.board.store.getState().drawing)) {
      this.#asked.clear();
      this.store.setState({ scores: new Map(), problem: undefined });
    }
    if (!this.#isOpen) return;
    this.#isAtRest = false;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => {
      this.#isAtRest = true;
      this.#reader.wake();
    }, restTime);
    this.#restTimer.unref();
    this.#reader.wake();
  }

  /** First the last epoch; while nothing is drawn, those before it too. */
  #nextQuestion(): DrawingQuestion | undefined {
    const { drawing, ink } = this.board.store.getState();
    const run = this.runs.store.getState().view?.run;
    if (!this.#isOpen || !hasInk(drawing) || !run?.keptEpoch) return undefined;
    const { version, pixels } = ink;
    const epochs = this.#isAtRest ? keptEpochs(run.keptEpoch) : [run.keptEpoch];
    const epoch = epochs.find((each) => this.#asked.get(each) !== version);
    if (epoch === undefined) return undefined;
    this.#asked.set(epoch, version);
    return {
      pixels,
      weights: { run: run.id, epoch },
      onAnswer: (answer) => this.#hear(run.id, epoch, { version, answer }),
      onProblem: (problem) => this.store.setState({ problem }),
    };
  }

  #hear(run: string, epoch: number, score: EpochScore): void {
    // Another run may have begun, or the drawing been cleared.
    const isWanted = run === this.#run && hasInk(this.board.store.getState().drawing);
    if (!isWanted) return;
    const { scores } = this.store.getState();
    this.store.setState({ scores: new Map(scores).set(epoch, score), problem: undefined });
  }
}

/** The newest first. */
function keptEpochs(last: number): number[] {
  const epochs = Array.from({ length: last }, (_, index) => last - index);
  return epochs.filter((epoch) => isEpochKept(epoch, last));
}

/** The next one, round and round; the first where the value is none of them. */
function after<Value>(offered: readonly Value[], value: Value): Value | undefined {
  return offered[(offered.indexOf(value) + 1) % offered.length];
}
