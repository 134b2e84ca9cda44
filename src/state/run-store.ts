import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import type { RunEvent } from '../core/run/event.js';
import type { LoadProgress, StartRunParams } from '../host/protocol.js';
import type { Host, HostConnection } from './host-connection.js';
import { emptyView, isUnderWay, type RunView, viewEvents, viewLoading } from './run-view.js';

export interface RunsState {
  /** The run that is under way or ended last; undefined before the first and after `dismiss`. */
  view?: RunView;
  /** What the person asked for and the host has not answered yet. */
  pending?: 'start' | 'stop';
  /** Whether an epoch has ended within the last second. */
  fresh: 'epoch' | 'nothing';
  /** The one line that says why a run could not be started or stopped. */
  problem?: string;
}

/** Milliseconds between two updates of the store while events arrive: each one draws the screen. */
const updateInterval = 100;
const freshTime = 1000;

type News = { event: RunEvent } | { loading: LoadProgress };

/**
 * The run of this app: started here, or another client's that is under way when the host is reached or begins later.
 *
 *     start ─▶ loading … ─▶ started ─▶ epochs … ─▶ completed | stopped | failed ─▶ dismiss
 */
export class RunStore {
  readonly store: StoreApi<RunsState> = createStore<RunsState>(() => ({ fresh: 'nothing' }));
  readonly #connection: HostConnection;
  #news: News[] = [];
  #timer?: NodeJS.Timeout;
  #freshTimer?: NodeJS.Timeout;
  /** While the events so far are on their way, those that follow wait. */
  #isAttaching = false;
  #looking = Promise.resolve();

  constructor(connection: HostConnection) {
    this.#connection = connection;
    connection.onConnected((host) => {
      host.onRun({
        event: (run, event) => this.#hear(run, { event }),
        loading: (run, loading) => this.#hear(run, { loading }),
      });
      void this.#attach(host);
    });
    connection.onRunsChanged((host) => void this.#attach(host));
    connection.onLost(() => this.#endLost());
  }

  get isUnderWay(): boolean {
    return isUnderWay(this.store.getState().view);
  }

  /** Starts a run; the store's `problem` says why the host refused it. */
  async start(params: StartRunParams): Promise<void> {
    if (this.isUnderWay) return;
    this.store.setState({ view: emptyView('', params), pending: 'start', problem: undefined });
    try {
      const host = await this.#connection.client();
      const { run } = await host.startRun(params);
      this.#name(run);
    } catch (error) {
      this.#forget();
      this.store.setState({ view: undefined, problem: errorLine(error) });
      // Perhaps it was refused since another client's run is under way: then that one is shown.
      this.#connection.client().then(
        (host) => this.#attach(host),
        () => undefined,
      );
    } finally {
      this.store.setState({ pending: undefined });
    }
  }

  /** Ends the run after the step under way; resolves when its best weights are saved. */
  async stop(): Promise<void> {
    const { view } = this.store.getState();
    if (!isUnderWay(view) || view.run.id === '') return;
    this.store.setState({ pending: 'stop', problem: undefined });
    try {
      await (await this.#connection.client()).stopRun(view.run.id);
    } catch (error) {
      this.store.setState({ problem: errorLine(error) });
    } finally {
      this.store.setState({ pending: undefined });
    }
  }

  /** Puts a run that has ended away, and what went wrong with it. */
  dismiss(): void {
    if (!this.isUnderWay) this.store.setState({ view: undefined, problem: undefined });
  }

  close(): void {
    this.#forget();
    clearTimeout(this.#freshTimer);
  }

  /** One look after the other: two at once would both find the run and tell its events twice. */
  #attach(host: Host): Promise<void> {
    this.#looking = this.#looking.then(() => this.#attachOnce(host));
    return this.#looking;
  }

  async #attachOnce(host: Host): Promise<void> {
    if (this.isUnderWay) return;
    try {
      const runs = await host.listRuns();
      const active = runs.find(({ status }) => ['waiting', 'running', 'paused'].includes(status));
      if (!active || this.isUnderWay) return;
      this.#isAttaching = true;
      const { events } = await host.attachRun(active.id);
      this.store.setState({ view: viewEvents(emptyView(active.id), events), problem: undefined });
    } catch (error) {
      this.store.setState({ problem: errorLine(error) });
    } finally {
      this.#isAttaching = false;
      this.#flush();
    }
  }

  #hear(run: string, news: News): void {
    this.#name(run);
    this.#news.push(news);
    if (this.#timer || this.#isAttaching) return;
    this.#timer = setTimeout(() => this.#flush(), updateInterval);
  }

  /** The first news may be here before the answer that names the run. */
  #name(id: string): void {
    const { view } = this.store.getState();
    if (view?.run.id !== '') return;
    this.store.setState({ view: { ...view, run: { ...view.run, id } } });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const news = this.#news;
    this.#news = [];
    const before = this.store.getState().view;
    if (news.length === 0 || !before) return;
    const now = Date.now();
    const view = news.reduce(
      (seen, piece) =>
        'event' in piece ? viewEvents(seen, [piece.event]) : viewLoading(seen, piece.loading, now),
      before,
    );
    this.store.setState({ view });
    if (view.run.history.length > before.run.history.length) this.#freshen();
  }

  #freshen(): void {
    clearTimeout(this.#freshTimer);
    this.store.setState({ fresh: 'epoch' });
    this.#freshTimer = setTimeout(() => this.store.setState({ fresh: 'nothing' }), freshTime);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#news = [];
  }

  /** The log of a run whose host has gone has no end of its own. */
  #endLost(): void {
    this.#flush();
    const { view } = this.store.getState();
    if (!isUnderWay(view)) return;
    const event: RunEvent = {
      type: 'failed',
      at: Date.now(),
      run: view.run.id,
      reason: 'the host ended during the run',
      remedy: `start it again; its last checkpoint is in runs/${view.run.id}`,
    };
    this.store.setState({ view: viewEvents(view, [event]) });
  }
}
