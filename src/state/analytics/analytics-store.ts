import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import { emptyRun, type RunState, reduceRun } from '../../core/run/reducer.js';
import type { HostConnection } from '../host-connection.js';
import { firstSubject, type Subject, subjectsOf } from './subject.js';

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

/** Which model or run is looked at, and how. */
export class Analytics {
  readonly connection: HostConnection;
  readonly store: StoreApi<AnalyticsState> = createStore<AnalyticsState>(() => ({
    view: 'curves',
    history: { status: 'none' },
    chooser: 'closed',
  }));

  constructor(connection: HostConnection) {
    this.connection = connection;
    connection.store.subscribe(({ models, runs }, before) => {
      if (models !== before.models || runs !== before.runs) this.#list();
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

  choose(subject: Subject): void {
    this.store.setState({ subject, chooser: 'closed' });
    void this.#readHistory();
  }

  #list(): void {
    const { models, runs } = this.connection.store.getState();
    if (!models || !runs) return;
    const subjects = subjectsOf(models, runs);
    const { subject: before } = this.store.getState();
    const subject =
      subjects.find(({ name }) => name === before?.name) ?? firstSubject(subjects, models);
    this.store.setState({ subjects, subject });
    void this.#readHistory();
  }

  async #readHistory(): Promise<void> {
    const { subject } = this.store.getState();
    const id = subject?.run?.id;
    if (id === undefined) {
      this.store.setState({ history: { status: 'none' } });
      return;
    }
    const { history: before } = this.store.getState();
    if (before.status !== 'ready' || before.run.id !== id) {
      this.store.setState({ history: { status: 'loading' } });
    }
    const history = await this.#historyOf(id);
    // Another one may have been chosen meanwhile.
    if (this.store.getState().subject?.run?.id === id) this.store.setState({ history });
  }

  async #historyOf(id: string): Promise<RunHistory> {
    try {
      const { events } = await (await this.connection.client()).attachRun(id);
      return { status: 'ready', run: events.reduce(reduceRun, emptyRun(id)) };
    } catch (error) {
      return { status: 'failed', problem: errorLine(error) };
    }
  }
}
