import { errorLine } from '../../core/problem.js';

/** How a piece of work ended; `dropped` where it was stopped or another one took its place. */
export type WorkEnd<Value> =
  | { status: 'done'; value: Value }
  | { status: 'failed'; problem: string }
  | { status: 'dropped' };

/** Long work of which only the newest counts: a new piece cancels the one before. */
export class LatestWork {
  #abort: AbortController | undefined;

  get isUnderWay(): boolean {
    return this.#abort !== undefined;
  }

  /** @param work is not to tell anything more once its signal is aborted */
  async run<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<WorkEnd<Value>> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const value = await work(abort.signal);
      return abort.signal.aborted ? { status: 'dropped' } : { status: 'done', value };
    } catch (error) {
      if (abort.signal.aborted) return { status: 'dropped' };
      return { status: 'failed', problem: errorLine(error) };
    } finally {
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  /** Cancels what is under way; nobody waits for the host to hear of it. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }
}
