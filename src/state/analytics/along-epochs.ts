import { evaluatePredictions } from '../../core/metrics.js';
import type { EpochScore } from '../../host/protocol.js';
import type { Host, HostConnection } from '../host-connection.js';
import { type AlongEpochs, nothingAlong, type TracedPicture } from './epochs-state.js';
import { LatestWork } from './latest-work.js';
import { Paced } from './paced.js';
import { decodeScored } from './scored.js';
import { progressed } from './work-progress.js';

/** Gathers one thing of every epoch, told from time to time while more of it comes. */
abstract class Along<Value> {
  readonly #connection: HostConnection;
  readonly #work = new LatestWork();
  readonly #onChange: (state: AlongEpochs<Value>) => void;
  readonly #paced: Paced;
  protected state: AlongEpochs<Value> = nothingAlong;

  constructor(connection: HostConnection, onChange: (state: AlongEpochs<Value>) => void) {
    this.#connection = connection;
    this.#onChange = onChange;
    this.#paced = new Paced(() => onChange(this.state));
  }

  /** Ends what is under way; what is here stays. */
  stop(): void {
    this.#work.stop();
    this.#tell({ ...this.state, work: 'stopped', progress: undefined });
  }

  forget(): void {
    this.#work.stop();
    this.#tell(nothingAlong);
  }

  protected async gather(ask: (host: Host, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#tell({ ...this.state, work: 'working', problem: undefined, progress: undefined });
    const end = await this.#work.run(async (signal) =>
      ask(await this.#connection.client(), signal),
    );
    if (end.status === 'dropped') return;
    const problem = end.status === 'failed' ? end.problem : undefined;
    this.#tell({ ...this.state, work: end.status, problem, progress: undefined });
  }

  protected take(epoch: number, value: Value): void {
    this.put({ byEpoch: new Map(this.state.byEpoch).set(epoch, value) });
  }

  protected put(changes: Partial<AlongEpochs<Value>>): void {
    this.state = { ...this.state, ...changes };
    this.#paced.soon();
  }

  #tell(state: AlongEpochs<Value>): void {
    this.#paced.stop();
    this.state = state;
    this.#onChange(state);
  }
}

/** What the weights of every epoch answer for one picture. */
export class AlongPicture extends Along<readonly number[]> {
  #picture: TracedPicture | undefined;
  #asked = '';

  /** Does nothing where that is known or under way. */
  async fill(run: string, epochs: readonly number[], picture: TracedPicture): Promise<void> {
    if (picture !== this.#picture) this.forget();
    this.#picture = picture;
    const asked = `${run} ${epochs.join()}`;
    const isUnderWay = this.state.work === 'working' && asked === this.#asked;
    if (isUnderWay || lacking(epochs, this.state).length === 0) return;
    this.#asked = asked;
    const pixels = Buffer.from(picture.pixels).toString('base64');
    await this.gather(async ({ analysis }, signal) => {
      const { points } = await analysis.trace(
        { run, pixels },
        {
          signal,
          onProgress: ({ point }) => {
            if (!signal.aborted) this.take(point.epoch, point.probabilities);
          },
        },
      );
      if (signal.aborted) return;
      this.put({
        byEpoch: new Map(points.map(({ epoch, probabilities }) => [epoch, probabilities])),
      });
    });
  }

  override forget(): void {
    this.#picture = undefined;
    super.forget();
  }
}

/** How the weights of every epoch score the validation samples of their run. */
export class AlongScores extends Along<EpochScore> {
  #asked = '';

  /** Does nothing where that is known or under way. */
  async fill(run: string, epochs: readonly number[]): Promise<void> {
    const missing = lacking(epochs, this.state);
    const asked = `${run} ${epochs.join()}`;
    const isUnderWay = this.state.work === 'working' && asked === this.#asked;
    if (isUnderWay || missing.length === 0) return;
    this.#asked = asked;
    await this.gather((host, signal) => {
      const isMost = missing.length > epochs.length / 2;
      return isMost ? this.#askAll(host, run, signal) : this.#askEach(host, run, missing, signal);
    });
  }

  async #askAll({ analysis }: Host, run: string, signal: AbortSignal): Promise<void> {
    const { epochs } = await analysis.epochScores(
      { run, part: 'validation' },
      {
        signal,
        onProgress: (news) => {
          if (signal.aborted) return;
          this.put({ progress: progressed(this.state.progress, news, Date.now()) });
          if (news.phase === 'score') this.take(news.score.epoch, news.score);
        },
      },
    );
    if (signal.aborted) return;
    this.put({ byEpoch: new Map(epochs.map((score) => [score.epoch, score])) });
  }

  /** The others are known: of a run under way a new epoch alone is asked for. */
  async #askEach(
    { analysis }: Host,
    run: string,
    missing: readonly number[],
    signal: AbortSignal,
  ): Promise<void> {
    for (const epoch of missing) {
      const answer = await analysis.score(
        { weights: { run, epoch }, part: 'validation' },
        { signal },
      );
      if (signal.aborted) return;
      const { labels, probabilities } = decodeScored(answer);
      this.take(epoch, { epoch, ...evaluatePredictions(labels, probabilities) });
    }
  }
}

function lacking(epochs: readonly number[], { byEpoch }: AlongEpochs<unknown>): number[] {
  return epochs.filter((epoch) => !byEpoch.has(epoch));
}
