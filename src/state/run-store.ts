import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import type { RunEvent } from '../core/run/event.js';
import type { StartRunParams } from '../host/protocol.js';
import { type HeardNews, withoutKnown } from './heard-news.js';
import type { Host, HostConnection } from './host-connection.js';
import { hostLostEvent } from './host-lost.js';
import { type ControlledRun, RunControl } from './run-control.js';
import { isTellable, type RunNews } from './run-news.js';
import { emptyView, isUnderWay, viewEvents, viewLoading } from './run-view.js';
import { goingRun } from './runs/run-facts.js';

/** Its `view` is undefined before the first run and after `dismiss`. */
export interface RunsState extends ControlledRun {
  /** What Training shows while there is a run. */
  front: 'run' | 'settings';
  /** Whether an epoch has ended within the last second. */
  fresh: 'epoch' | 'nothing';
  /** The last that happened to a run and was not asked for here. */
  told?: RunNews;
}

/** Milliseconds between two updates of the store while events arrive: each one draws the screen. */
const updateInterval = 100;
const freshTime = 1000;

/**
 * The run that this app follows: started here, or another client's that is under way when the host is reached or begins
 * later. It goes on without the app.
 *
 *     start ─▶ loading … ─▶ started ─▶ epochs … ─▶ completed | stopped | failed ─▶ dismiss
 */
export class RunStore {
  readonly store: StoreApi<RunsState> = createStore<RunsState>(() => ({
    front: 'run',
    fresh: 'nothing',
  }));
  readonly connection: HostConnection;
  readonly control: RunControl;
  #news: HeardNews[] = [];
  #timer?: NodeJS.Timeout;
  #freshTimer?: NodeJS.Timeout;
  /** The run whose events so far are on their way; those that follow wait. */
  #attaching?: string;
  #looking = Promise.resolve();
  /** Whether Training is on the screen. */
  #isOpen = false;

  constructor(connection: HostConnection) {
    this.connection = connection;
    this.control = new RunControl({
      connection,
      store: this.store,
      follow: (run) => this.#follow(run),
    });
    connection.onConnected((host) => {
      host.onRun({
        event: (run, event) => this.#hear({ run, event }),
        loading: (run, loading) => this.#hear({ run, loading }),
      });
      void this.#look(host);
    });
    connection.onRunsChanged((host) => void this.#look(host, (run) => this.#tellBegun(run)));
    connection.onLost(() => this.#endLost());
  }

  get isUnderWay(): boolean {
    return isUnderWay(this.store.getState().view);
  }

  /** Whether Training shows a run under way, and not the settings of the next one. */
  get isShown(): boolean {
    return this.isUnderWay && this.store.getState().front === 'run';
  }

  /** Starts a run; the store's `problem` says why the host refused it. */
  async start(params: StartRunParams): Promise<void> {
    if (this.isUnderWay) return;
    const view = emptyView('', params);
    this.store.setState({ view, front: 'run', pending: 'start', problem: undefined });
    try {
      const host = await this.connection.client();
      const { run } = await host.startRun(params);
      this.#name(run);
    } catch (error) {
      this.#forget();
      this.store.setState({ view: undefined, problem: errorLine(error) });
      // Perhaps it was refused since another client's run is under way: then that one is followed.
      this.connection.client().then(
        (host) => this.#look(host),
        () => undefined,
      );
    } finally {
      this.store.setState({ pending: undefined });
    }
  }

  /** Puts a run that has ended away, and what went wrong with it. */
  dismiss(): void {
    if (!this.isUnderWay) this.store.setState({ view: undefined, problem: undefined });
  }

  /** Training is on the screen: a run that begins elsewhere does not take its settings away. */
  open(): void {
    this.#isOpen = true;
  }

  /** Another screen is: who comes back comes to the run. */
  leave(): void {
    this.#isOpen = false;
    this.store.setState({ front: 'run' });
  }

  showRun(): void {
    this.store.setState({ front: 'run', problem: undefined });
  }

  /** Lets the run go on out of sight, and shows the settings of the next one. */
  showSettings(): void {
    this.store.setState({ front: 'settings', problem: undefined });
  }

  close(): void {
    this.#forget();
    clearTimeout(this.#freshTimer);
  }

  /** Follows the run that is under way, where none is followed; one look after the other. */
  #look(host: Host, onFound?: (run: string) => void): Promise<void> {
    return this.#inTurn(async () => {
      // The end of a run may be here and not be shown yet.
      this.#flush();
      if (this.isUnderWay) return;
      const active = goingRun(await host.listRuns());
      if (active && (await this.#attach(host, active.id)) === 'attached') onFound?.(active.id);
    });
  }

  #follow(run: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#attach(await this.connection.client(), run);
      this.showRun();
    });
  }

  /** Two at once would both find the run and tell its events twice. */
  #inTurn(look: () => Promise<void>): Promise<void> {
    this.#looking = this.#looking
      .then(look)
      .catch((error: unknown) => this.store.setState({ problem: errorLine(error) }));
    return this.#looking;
  }

  async #attach(host: Host, run: string): Promise<'attached' | 'not needed'> {
    if (this.isUnderWay) return 'not needed';
    this.#attaching = run;
    try {
      const { events } = await host.attachRun(run);
      if (this.isUnderWay) return 'not needed';
      const { view: before, front } = this.store.getState();
      const isFormOpen = this.#isOpen && !(before && front === 'run');
      this.#news = withoutKnown(this.#news, events);
      this.store.setState({
        view: viewEvents(emptyView(run), events),
        front: isFormOpen ? 'settings' : 'run',
        ...(!isFormOpen && { problem: undefined }),
      });
      return 'attached';
    } finally {
      this.#attaching = undefined;
      this.#flush();
    }
  }

  #tellBegun(run: string): void {
    const wasAskedFor = this.store.getState().pending === 'resume';
    if (!wasAskedFor) this.store.setState({ told: { run, event: { type: 'begun' } } });
  }

  #hear(news: HeardNews): void {
    this.#name(news.run);
    const isFollowed = news.run === this.store.getState().view?.run.id;
    if (!isFollowed && news.run !== this.#attaching) return;
    this.#news.push(news);
    if (this.#timer || this.#attaching !== undefined) return;
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
    const { view: before } = this.store.getState();
    if (this.#attaching !== undefined || !before) return;
    const news = this.#news.filter(({ run }) => run === before.run.id);
    this.#news = [];
    if (news.length === 0) return;
    const now = Date.now();
    const view = news.reduce(
      (seen, piece) =>
        'event' in piece ? viewEvents(seen, [piece.event]) : viewLoading(seen, piece.loading, now),
      before,
    );
    this.store.setState({ view });
    if (view.run.history.length > before.run.history.length) this.#freshen();
    for (const piece of news) if ('event' in piece) this.#tell(piece.run, piece.event);
  }

  #tell(run: string, event: RunEvent): void {
    const isAnswer = this.control.hear(event);
    if (isTellable(event) && !isAnswer) this.store.setState({ told: { run, event } });
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
    this.#attaching = undefined;
    this.control.lose();
    this.#flush();
    const { view } = this.store.getState();
    if (!isUnderWay(view)) return;
    const event = hostLostEvent(view.run, Date.now());
    this.store.setState({
      view: viewEvents(view, [event]),
      told: { run: view.run.id, event },
    });
  }
}
