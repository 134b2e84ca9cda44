import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { RunState } from '../../core/run/reducer.js';
import type { HostConnection } from '../host-connection.js';
import type { RunStore } from '../run-store.js';
import { isUnderWay, type RunView } from '../run-view.js';
import { Measuring } from './measuring.js';
import { readPastRun } from './past-run.js';
import { ReportWriting } from './report-writing.js';
import { canBeChosen, firstSubject, type Subject, sameSubject, subjectsOf } from './subject.js';

export const analyticsViews = [
  { name: 'curves', title: 'Curves' },
  { name: 'network', title: 'Network' },
  { name: 'scores', title: 'Scores' },
  { name: 'calibration', title: 'Calibration' },
  { name: 'epochs', title: 'Epochs' },
  { name: 'compare', title: 'Compare' },
] as const;

export type AnalyticsView = (typeof analyticsViews)[number]['name'];

/** The log of the run that is looked at, as far as it is here. */
export type RunHistory =
  | { status: 'none' }
  | { status: 'loading' }
  | { status: 'ready'; run: RunState }
  | { status: 'failed'; problem: string };

export interface AnalyticsState {
  view: AnalyticsView;
  /** Undefined until the host has told what there is. */
  subjects?: readonly Subject[];
  subject?: Subject;
  history: RunHistory;
  /** Whether the list of models and runs is open. */
  chooser: 'open' | 'closed';
}

export interface AnalyticsOptions {
  /** Tells of a run under way. */
  runs?: RunStore;
  /** Of the workspace, which reports are written to. */
  root?: string;
}

/** Which model or run is looked at, and how. A run under way is followed as it goes. */
export class Analytics {
  readonly connection: HostConnection;
  readonly store: StoreApi<AnalyticsState> = createStore<AnalyticsState>(() => ({
    view: 'curves',
    history: { status: 'none' },
    chooser: 'closed',
  }));
  /** Of what is looked at. */
  readonly measuring: Measuring;
  readonly report: ReportWriting;
  readonly #runs: RunStore | undefined;
  /** What a person chose; until then the newest run is looked at. */
  #chosen: Subject | undefined;
  /** What the last listing was asked for: once for a run that begins, and once for its first weights. */
  #listedFor = '';

  constructor(connection: HostConnection, { runs, root = '.' }: AnalyticsOptions = {}) {
    this.connection = connection;
    this.measuring = new Measuring(connection);
    this.report = new ReportWriting(connection, root);
    this.#runs = runs;
    connection.store.subscribe(({ models, runs }, before) => {
      if (models !== before.models || runs !== before.runs) this.#list();
    });
    this.store.subscribe(({ subject }, { subject: before }) => {
      if (subject?.name === before?.name) return;
      this.measuring.clear();
      this.report.putAway();
    });
    runs?.store.subscribe(({ view }, before) => {
      if (view && view !== before.view) this.#follow(view);
    });
  }

  open(view: AnalyticsView): void {
    this.store.setState({ view });
  }

  /** The view so many places on; after the last comes the first. */
  turn(places: 1 | -1): void {
    const names = analyticsViews.map(({ name }) => name);
    const place = names.indexOf(this.store.getState().view) + places;
    this.open(names[(place + names.length) % names.length]);
  }

  openChooser(): void {
    this.store.setState({ chooser: 'open' });
  }

  closeChooser(): void {
    this.store.setState({ chooser: 'closed' });
  }

  /** Looks at a model or run; a damaged one is left alone. */
  choose(subject: Subject): void {
    if (!canBeChosen(subject)) return;
    this.#chosen = subject;
    this.store.setState({ subject, chooser: 'closed' });
    void this.#readHistory();
  }

  #list(): void {
    const { models, runs } = this.connection.store.getState();
    if (!models || !runs) return;
    const subjects = subjectsOf(models, runs);
    const chosen = this.#chosen && sameSubject(subjects, this.#chosen);
    const subject = chosen ?? firstSubject(subjects, models);
    this.store.setState({ subjects, subject });
    void this.#readHistory();
  }

  #follow(view: RunView): void {
    const { id, best } = view.run;
    if (id === '') return;
    const news = `${id} ${best ? 'with' : 'without'} weights`;
    if (isUnderWay(view) && news !== this.#listedFor) {
      this.#listedFor = news;
      void this.connection.refresh();
    }
    if (this.store.getState().subject?.run?.id === id) this.#show(view.run);
  }

  #show(run: RunState): void {
    this.store.setState({ history: { status: 'ready', run } });
  }

  async #readHistory(): Promise<void> {
    const run = this.store.getState().subject?.run;
    if (run === undefined) {
      this.store.setState({ history: { status: 'none' } });
      return;
    }
    const view = this.#runs?.store.getState().view;
    if (isUnderWay(view) && view.run.id === run.id) {
      this.#show(view.run);
      return;
    }
    const { history: before } = this.store.getState();
    if (before.status !== 'ready' || before.run.id !== run.id) {
      this.store.setState({ history: { status: 'loading' } });
    }
    // Another one may have been chosen meanwhile.
    const isWanted = () => this.store.getState().subject?.run?.id === run.id;
    try {
      const past = await readPastRun(await this.connection.client(), run);
      if (isWanted()) this.#show(past);
    } catch (error) {
      const history = { status: 'failed', problem: errorLine(error) } as const;
      if (isWanted()) this.store.setState({ history });
    }
  }
}
