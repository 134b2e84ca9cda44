import type { StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import type { RunEvent } from '../core/run/event.js';
import type { ChangeRunParams, ResumedRun, StopRunParams } from '../host/protocol.js';
import type { Host, HostConnection } from './host-connection.js';
import { isUnderWay, type RunView } from './run-view.js';

/** What can be asked of a run that is there. */
export type RunAct = 'stop' | 'pause' | 'resume' | 'change';

/** The run that is followed, and what is asked of it. */
export interface ControlledRun {
  /** The run that is under way or ended last. */
  view?: RunView;
  /** What the person asked for and the host has not answered yet. */
  pending?: 'start' | RunAct;
  /** The one line that says why a run could not be started, or what was asked of it not be done. */
  problem?: string;
}

export interface RunControlOptions {
  connection: HostConnection;
  store: Pick<StoreApi<ControlledRun>, 'getState' | 'setState'>;
  /** Shows a run that goes on again, from its first event. */
  follow: (run: string) => Promise<void>;
}

/** The events that tell that an act was done. */
const answers: Record<RunAct, readonly RunEvent['type'][]> = {
  stop: ['stopped', 'completed'],
  pause: ['paused'],
  resume: ['resumed'],
  change: ['settings-changed'],
};

/** What ends the waiting for a run that is to go on. */
const goesOn: readonly RunEvent['type'][] = ['resumed', 'stopped', 'failed', 'completed'];

/** What a person does to a run while it is under way. Why it could not be done is the store's `problem`. */
export class RunControl {
  readonly #options: RunControlOptions;
  /** Events that answer what was asked for here. */
  readonly #expected = new Set<RunEvent['type']>();

  constructor(options: RunControlOptions) {
    this.#options = options;
  }

  /** Ends the run after the step under way; resolves when that is done. */
  async stop(how: NonNullable<StopRunParams['how']> = 'save'): Promise<void> {
    const run = this.#run;
    if (run === undefined) return;
    await this.#ask('stop', (host) => (how === 'now' ? host.runs.stopNow(run) : host.stopRun(run)));
  }

  /** Holds the run after the step under way. */
  async pause(): Promise<void> {
    const run = this.#run;
    if (run !== undefined) await this.#ask('pause', (host) => host.runs.pause(run));
  }

  /**
   * Lets a paused run go on, or one that has ended from where it was saved; that one is then followed.
   *
   * @returns what has to be done again; undefined where it could not be resumed
   */
  async resume(run: string): Promise<ResumedRun | undefined> {
    const isFollowed = this.#run === run;
    const { store, follow } = this.#options;
    const resumed = await this.#ask('resume', async (host) => {
      const answer = await host.runs.resume(run);
      if (!isFollowed) await follow(run);
      return answer;
    });
    // A run that had ended gets its data ready first, which may take a while.
    const isReady = store.getState().view?.run.status === 'running';
    if (resumed && !isReady && this.#expected.has('resumed')) store.setState({ pending: 'resume' });
    return resumed;
  }

  /** Changes settings of the run from the next step on. */
  async change(settings: Omit<ChangeRunParams, 'run'>): Promise<void> {
    const run = this.#run;
    if (run !== undefined) {
      await this.#ask('change', (host) => host.runs.change({ run, ...settings }));
    }
  }

  /** Takes in an event; true where it answers what was asked for here, which each asking is once. */
  hear({ type }: RunEvent): boolean {
    if (goesOn.includes(type)) this.#endWaiting();
    return this.#expected.delete(type);
  }

  /** The host has gone: nothing that was asked of it is answered any more. */
  lose(): void {
    this.#expected.clear();
    this.#options.store.setState({ pending: undefined });
  }

  /** The run that is under way and has a name. */
  get #run(): string | undefined {
    const { view } = this.#options.store.getState();
    return isUnderWay(view) && view.run.id !== '' ? view.run.id : undefined;
  }

  #endWaiting(): void {
    const { store } = this.#options;
    if (store.getState().pending === 'resume') store.setState({ pending: undefined });
  }

  async #ask<Answer>(
    act: RunAct,
    ask: (host: Host) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { connection, store } = this.#options;
    store.setState({ pending: act, problem: undefined });
    for (const type of answers[act]) this.#expected.add(type);
    try {
      return await ask(await connection.client());
    } catch (error) {
      for (const type of answers[act]) this.#expected.delete(type);
      store.setState({ problem: errorLine(error) });
      return undefined;
    } finally {
      store.setState({ pending: undefined });
    }
  }
}
