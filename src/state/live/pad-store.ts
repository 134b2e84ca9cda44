import { relative } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { hasInk } from '../../core/drawing/drawing.js';
import { errorLine } from '../../core/problem.js';
import type { ReadDrawingAnswer } from '../../host/protocol.js';
import type { Workspace } from '../../host/workspace.js';
import type { HostConnection } from '../host-connection.js';
import { Board } from './board.js';
import { canvasDrawing } from './canvas-drawing.js';
import { type DrawingQuestion, DrawingReader } from './drawing-reader.js';

/** What the network says of the drawing; the last answer stands until the next one comes. */
export type PadReading =
  | { status: 'blank' }
  | { status: 'reading' }
  | { status: 'ready'; answer: ReadDrawingAnswer }
  | { status: 'failed'; problem: string };

/** The drawings that were kept for training on. */
export type OwnDigits =
  | { status: 'unknown' }
  /** The folder is named from the workspace. */
  | { status: 'ready'; folder: string; perClass: readonly number[] }
  | { status: 'failed'; problem: string };

export interface PadState {
  reading: PadReading;
  own: OwnDigits;
  /** What is open over it: the question what was drawn, or the list of models. */
  panel: 'none' | 'label' | 'models';
  /** The model that was chosen; undefined for the one that the workspace prefers. */
  model: string | undefined;
  /** A drawing is on its way to a file. */
  saving: 'yes' | 'no';
}

/** What came of something that was asked for, in one line. */
export type Told = { words: string } | { problem: string };

/** The drawing pad: what is drawn is read as it grows, saved, and kept for training on. */
export class Pad {
  readonly board = new Board();
  readonly store: StoreApi<PadState> = createStore<PadState>(() => ({
    reading: { status: 'blank' },
    own: { status: 'unknown' },
    panel: 'none',
    model: undefined,
    saving: 'no',
  }));
  readonly connection: HostConnection;
  readonly #workspace: Pick<Workspace, 'root'>;
  readonly #reader: DrawingReader;
  /** What was last asked about: version of the ink, and model. */
  #asked = '';
  #isOpen = false;

  /** @param workspace files in it are named from there */
  constructor(connection: HostConnection, workspace: Pick<Workspace, 'root'>) {
    this.connection = connection;
    this.#workspace = workspace;
    this.#reader = new DrawingReader(connection, () => this.#nextQuestion());
    this.board.store.subscribe(({ ink }, before) => {
      if (ink !== before.ink) this.#read();
    });
    // Whoever lost the host while drawing gets their answer when it is back.
    connection.onConnected(() => {
      if (this.#isOpen && this.store.getState().reading.status === 'failed') this.open();
    });
  }

  /** From now on what is drawn is read. */
  open(): void {
    this.#isOpen = true;
    void this.#countOwn();
    // A model may be another one by now, or the host be back.
    this.#asked = '';
    this.#read();
  }

  /** Nobody looks: what is drawn on its board elsewhere is not read here. */
  leave(): void {
    this.#isOpen = false;
    this.board.lift();
    this.store.setState({ panel: 'none' });
  }

  /** The model that answers from now on. */
  chooseModel(model: string): void {
    this.store.setState({ model, panel: 'none' });
    this.#read();
  }

  show(panel: PadState['panel']): void {
    this.board.lift();
    this.store.setState({ panel });
  }

  /** Saves the drawing as a picture. */
  save(): Promise<Told> {
    return this.#saveTo(undefined, ({ file }) => `saved as ${this.#shown(file)}`);
  }

  /** Keeps the drawing as one of that digit, to train on later. */
  async keepAs(label: number): Promise<Told> {
    this.store.setState({ panel: 'none' });
    return this.#saveTo(label, ({ file }) => {
      this.board.addStep({ kind: 'keep', label, file });
      void this.#countOwn();
      return `kept as a ${label} in ${this.#shown(file)}: u takes it back`;
    });
  }

  /** Takes the last step back, a file that was kept with it. @returns what there is to say */
  async undo(): Promise<Told | undefined> {
    const step = this.board.undo();
    if (step?.kind !== 'keep') return undefined;
    try {
      await (await this.connection.client()).live.forgetDrawing(step.file);
      return { words: `no longer kept as a ${step.label}` };
    } catch (error) {
      return { problem: errorLine(error) };
    } finally {
      void this.#countOwn();
    }
  }

  async #saveTo(
    label: number | undefined,
    onSaved: (saved: { file: string }) => string,
  ): Promise<Told> {
    this.board.lift();
    this.store.setState({ saving: 'yes' });
    const { pixels } = this.board.store.getState().ink;
    try {
      const host = await this.connection.client();
      return { words: onSaved(await host.live.saveDrawing({ ...canvasDrawing(pixels), label })) };
    } catch (error) {
      return { problem: errorLine(error) };
    } finally {
      this.store.setState({ saving: 'no' });
    }
  }

  #shown(file: string): string {
    return relative(this.#workspace.root, file);
  }

  #read(): void {
    if (!hasInk(this.board.store.getState().drawing)) {
      this.store.setState({ reading: { status: 'blank' } });
      return;
    }
    const { reading } = this.store.getState();
    if (reading.status !== 'ready') this.store.setState({ reading: { status: 'reading' } });
    if (this.#isOpen) this.#reader.wake();
  }

  #nextQuestion(): DrawingQuestion | undefined {
    const { ink, drawing } = this.board.store.getState();
    const { model } = this.store.getState();
    const about = `${ink.version} ${model ?? ''}`;
    if (!this.#isOpen || !hasInk(drawing) || about === this.#asked) return undefined;
    this.#asked = about;
    return {
      pixels: ink.pixels,
      weights: { model },
      onAnswer: (answer) => this.#hear({ status: 'ready', answer }),
      onProblem: (problem) => this.#hear({ status: 'failed', problem }),
    };
  }

  #hear(reading: PadReading): void {
    // It may have been cleared meanwhile.
    if (hasInk(this.board.store.getState().drawing)) this.store.setState({ reading });
  }

  async #countOwn(): Promise<void> {
    try {
      const { folder, perClass } = await (await this.connection.client()).live.ownDigits();
      this.store.setState({ own: { status: 'ready', folder: this.#shown(folder), perClass } });
    } catch (error) {
      this.store.setState({ own: { status: 'failed', problem: errorLine(error) } });
    }
  }
}
