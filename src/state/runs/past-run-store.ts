import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { RunSummary } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import type { RunView } from '../run-view.js';
import { readPastView } from './past-view.js';

export type PastRunState =
  | { status: 'none' }
  | { status: 'loading'; id: string }
  | { status: 'ready'; id: string; view: RunView }
  | { status: 'failed'; id: string; problem: string };

/** The run of the past that is looked at. */
export class PastRunStore {
  readonly store: StoreApi<PastRunState> = createStore<PastRunState>(() => ({ status: 'none' }));
  readonly #connection: Pick<HostConnection, 'client'>;

  constructor(connection: Pick<HostConnection, 'client'>) {
    this.#connection = connection;
  }

  async open(run: Pick<RunSummary, 'id' | 'status'>): Promise<void> {
    const { id } = run;
    this.store.setState({ status: 'loading', id }, true);
    // Another one may have been opened meanwhile.
    const tell = (state: PastRunState) => {
      const now = this.store.getState();
      if (now.status === 'loading' && now.id === id) this.store.setState(state, true);
    };
    try {
      tell({ status: 'ready', id, view: await readPastView(await this.#connection.client(), run) });
    } catch (error) {
      tell({ status: 'failed', id, problem: errorLine(error) });
    }
  }
}
