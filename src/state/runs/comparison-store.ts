import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import { emptyRun, type RunState } from '../../core/run/reducer.js';
import type { RunSummary } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import type { RunStore } from '../run-store.js';
import { readPastView } from './past-view.js';
import { isGoing, titleOf } from './run-facts.js';

/** A run on the chart of several. */
export interface ComparedRun {
  id: string;
  title: string;
  /** Without history until its log is here. */
  run: RunState;
  /** Of the first to the last event. */
  seconds?: number;
  log: 'loading' | 'ready' | 'failed';
  problem?: string;
}

export interface ComparisonState {
  runs: readonly ComparedRun[];
}

/** Runs whose curves are laid over each other. The run of this app is followed as it goes. */
export class Comparison {
  readonly store: StoreApi<ComparisonState> = createStore<ComparisonState>(() => ({ runs: [] }));
  readonly #connection: Pick<HostConnection, 'client'>;
  readonly #runs: RunStore;

  constructor(connection: Pick<HostConnection, 'client'>, runs: RunStore) {
    this.#connection = connection;
    this.#runs = runs;
    runs.store.subscribe(({ view }, before) => {
      if (view && view !== before.view)
        this.#take({ id: view.run.id, run: view.run, log: 'ready' });
    });
  }

  /** @param summaries of runs that have begun */
  async open(summaries: readonly RunSummary[]): Promise<void> {
    const runs = summaries.map((summary): ComparedRun => {
      const { id, seconds, request, status } = summary;
      const run = { ...emptyRun(id), request, status };
      return { id, title: titleOf(summary), run, seconds, log: 'loading' };
    });
    this.store.setState({ runs });
    await Promise.all(summaries.map((summary) => this.#read(summary)));
  }

  async #read(summary: RunSummary): Promise<void> {
    const { id } = summary;
    const { view } = this.#runs.store.getState();
    if (view?.run.id === id) {
      this.#take({ id, run: view.run, log: 'ready' });
      return;
    }
    try {
      const host = await this.#connection.client();
      const { run } = await readPastView(host, summary);
      this.#take({ id, run, log: 'ready' });
      // What follows of a run of another client would not be drawn.
      if (isGoing(summary)) await host.runs.detach(id);
    } catch (error) {
      this.#take({ id, log: 'failed', problem: errorLine(error) });
    }
  }

  #take(news: Partial<ComparedRun> & Pick<ComparedRun, 'id'>): void {
    const { runs } = this.store.getState();
    if (!runs.some(({ id }) => id === news.id)) return;
    this.store.setState({
      runs: runs.map((run) => (run.id === news.id ? { ...run, ...news } : run)),
    });
  }
}
