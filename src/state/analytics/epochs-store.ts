import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { HostConnection } from '../host-connection.js';
import { AlongPicture, AlongScores } from './along-epochs.js';
import { findHardSamples, readHardSample, readPictureFile } from './epoch-pictures.js';
import {
  type EpochsState,
  epochBeside,
  keptEpochs,
  nearestEpoch,
  type TracedPicture,
  unknownRun,
} from './epochs-state.js';
import { LatestWork } from './latest-work.js';
import type { Subject } from './subject.js';
import { progressed } from './work-progress.js';

/** Looks along the epochs of a run: one picture through the weights of each, or the confusion matrix of each. */
export class Epochs {
  readonly store: StoreApi<EpochsState> = createStore<EpochsState>(() => ({
    ...unknownRun,
    face: 'picture',
  }));
  readonly #connection: HostConnection;
  readonly #finding = new LatestWork();
  readonly #reading = new LatestWork();
  readonly #trace: AlongPicture;
  readonly #scores: AlongScores;
  /** Of the hard sample that was shown last. */
  #place = 0;
  /** The file that was read last, unless a sample was shown after it. */
  #file: string | undefined;

  constructor(connection: HostConnection) {
    this.#connection = connection;
    this.#trace = new AlongPicture(connection, (trace) => this.store.setState({ trace }));
    this.#scores = new AlongScores(connection, (scores) => this.store.setState({ scores }));
  }

  /** Looks at the run of a subject; what is known of it stays where it is the same as before. */
  async look({ run }: Pick<Subject, 'run'>): Promise<void> {
    if (!run) {
      this.#leaveRun();
      this.store.setState({ ...unknownRun, run: undefined });
      return;
    }
    if (this.store.getState().run !== run.id) {
      this.#leaveRun();
      this.store.setState({ ...unknownRun, run: run.id, kept: { status: 'loading' } });
    }
    await this.refresh();
  }

  /** Asks which epochs are kept by now; new ones join what is shown. */
  async refresh(): Promise<void> {
    const { run } = this.store.getState();
    if (run === undefined) return;
    try {
      const { epochs } = await (await this.#connection.client()).analysis.keptEpochs(run);
      if (this.store.getState().run === run) this.#takeEpochs(epochs);
    } catch (error) {
      const { run: now, kept } = this.store.getState();
      // What was there stays: the host may be back in a moment.
      if (now !== run || kept.status === 'ready') return;
      this.store.setState({ kept: { status: 'failed', problem: errorLine(error) } });
    }
  }

  /** The epoch so many places on. */
  move(places: number): void {
    const state = this.store.getState();
    this.moveTo(epochBeside(keptEpochs(state), state.epoch, places));
  }

  /** The kept epoch that is nearest; a film halts there. */
  moveTo(epoch: number): void {
    this.store.setState({
      epoch: nearestEpoch(keptEpochs(this.store.getState()), epoch),
      film: 'halted',
    });
  }

  /** Plays the epochs like a film, from the first one where it stands at the end; or halts it. */
  togglePlaying(): void {
    const { film, epoch, ...state } = this.store.getState();
    const epochs = keptEpochs(state);
    if (film === 'playing') this.store.setState({ film: 'halted' });
    else if (epochs.length > 1) {
      const isAtEnd = epoch === epochs.at(-1);
      this.store.setState({ film: 'playing', epoch: isAtEnd ? epochs[0] : epoch });
    }
  }

  /** The next picture of the film; at its end it halts. */
  advance(): void {
    const { film, epoch, ...state } = this.store.getState();
    if (film !== 'playing') return;
    const epochs = keptEpochs(state);
    const next = epochBeside(epochs, epoch, 1);
    this.store.setState({ epoch: next, film: next === epochs.at(-1) ? 'halted' : 'playing' });
  }

  toggleFace(): void {
    const { face } = this.store.getState();
    this.store.setState({ face: face === 'picture' ? 'matrix' : 'picture' });
    this.#fillFace();
  }

  /** Another of the hard samples: so many places harder or easier. */
  turnPicture(places: number): void {
    const { hard, picture } = this.store.getState();
    if (hard.status === 'none' || hard.status === 'stopped') void this.#findHard();
    if (hard.status !== 'ready') return;
    const from = picture.status === 'ready' ? picture.picture.from : undefined;
    // From a file the way leads back to the sample that was left.
    const place = from?.kind === 'hard' ? from.place + places : this.#place;
    void this.#showHard(Math.min(hard.order.length - 1, Math.max(0, place)));
  }

  openFiles(): void {
    this.store.setState({ files: 'open', film: 'halted' });
  }

  closeFiles(): void {
    this.store.setState({ files: 'closed' });
  }

  /** Looks at a picture of a file along the epochs. */
  async readFile(path: string): Promise<void> {
    this.#stopFinding();
    this.#file = path;
    this.store.setState({ files: 'closed', face: 'picture' });
    await this.#show(async (signal) => {
      return readPictureFile(await this.#connection.client(), path, { signal });
    });
  }

  /** Asks for what is shown once more, where it failed or was stopped. */
  async again(): Promise<void> {
    await this.refresh();
    const { hard, picture, face } = this.store.getState();
    if (face === 'matrix') this.#fillScores();
    else if (picture.status === 'failed' && this.#file !== undefined) {
      await this.readFile(this.#file);
    } else if (hard.status !== 'working' && picture.status !== 'ready') {
      // What the host has forgotten is asked for from the beginning.
      await this.#findHard();
    } else this.#fillTrace();
  }

  /** One step back: stops what is under way, then the film; `left` where neither goes on. */
  back(): 'stepped' | 'left' {
    const { film, trace, scores, hard } = this.store.getState();
    if (film === 'playing') this.store.setState({ film: 'halted' });
    else if (hard.status === 'working') this.#stopFinding();
    else if (trace.work === 'working') this.#trace.stop();
    else if (scores.work === 'working') this.#scores.stop();
    else return 'left';
    return 'stepped';
  }

  #stopFinding(): void {
    this.#finding.stop();
    if (this.store.getState().hard.status === 'working') {
      this.store.setState({ hard: { status: 'stopped' } });
    }
  }

  #leaveRun(): void {
    this.#finding.stop();
    this.#reading.stop();
    this.#trace.forget();
    this.#scores.forget();
    this.#place = 0;
    this.#file = undefined;
  }

  #takeEpochs(epochs: readonly number[]): void {
    const { kept: before, epoch, ...state } = this.store.getState();
    const known = keptEpochs({ kept: before });
    const isSame =
      before.status === 'ready' &&
      known.length === epochs.length &&
      known.every((each, index) => each === epochs[index]);
    if (isSame) return;
    // Who stands at the end wants to see what comes.
    const isAtEnd = known.length === 0 || epoch === known.at(-1);
    const last = epochs.at(-1) ?? 0;
    this.store.setState({
      kept: { status: 'ready', epochs },
      epoch: isAtEnd && state.film === 'halted' ? last : nearestEpoch(epochs, epoch),
    });
    this.#fillFace();
  }

  /** Asks for what the open face still lacks, save where a person has stopped it. */
  #fillFace(): void {
    const { face, hard, picture, trace, scores } = this.store.getState();
    if (face === 'matrix') {
      if (scores.work !== 'stopped') this.#fillScores();
    } else if (hard.status === 'none' && picture.status === 'none') void this.#findHard();
    else if (trace.work !== 'stopped') this.#fillTrace();
  }

  #fillTrace(): void {
    const { run, picture, ...state } = this.store.getState();
    if (run === undefined || picture.status !== 'ready') return;
    void this.#trace.fill(run, keptEpochs(state), picture.picture);
  }

  #fillScores(): void {
    const { run, ...state } = this.store.getState();
    if (run !== undefined) void this.#scores.fill(run, keptEpochs(state));
  }

  async #findHard(): Promise<void> {
    const { run, ...state } = this.store.getState();
    const last = keptEpochs(state).at(-1);
    if (run === undefined || last === undefined) return;
    this.store.setState({ hard: { status: 'working' }, picture: { status: 'none' } });
    // A run whose loss never was a number has epochs, and none that is its best.
    const best = this.#connection.store.getState().runs?.find(({ id }) => id === run)?.best;
    const end = await this.#finding.run(async (signal) =>
      findHardSamples(await this.#connection.client(), best ? { run } : { run, epoch: last }, {
        signal,
        onProgress: (news) => {
          const { hard } = this.store.getState();
          if (signal.aborted || hard.status !== 'working') return;
          const progress = progressed(hard.progress, news, Date.now());
          this.store.setState({ hard: { status: 'working', progress } });
        },
      }),
    );
    if (end.status === 'dropped') return;
    this.store.setState({ hard: end.status === 'done' ? end.value : end });
    if (end.status === 'done') await this.#showHard(0);
  }

  async #showHard(place: number): Promise<void> {
    const { hard } = this.store.getState();
    if (hard.status !== 'ready' || hard.order.length === 0) return;
    this.#place = place;
    this.#file = undefined;
    await this.#show(async () => readHardSample(await this.#connection.client(), hard, place));
  }

  async #show(read: (signal: AbortSignal) => Promise<TracedPicture>): Promise<void> {
    const { picture: before } = this.store.getState();
    // The old one stands until the new one is here: samples are turned quickly.
    if (before.status !== 'ready') this.store.setState({ picture: { status: 'loading' } });
    const end = await this.#reading.run(read);
    if (end.status === 'dropped') return;
    if (end.status === 'failed') {
      this.#trace.forget();
      this.store.setState({ picture: end });
      return;
    }
    this.store.setState({ picture: { status: 'ready', picture: end.value } });
    this.#fillTrace();
  }
}
