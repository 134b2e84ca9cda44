import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostConnection } from '../host-connection.js';

/** What can be shown to a room; `menu` is the list of the others. */
export type LiveMode =
  | 'menu'
  | 'quick'
  | 'pad'
  | 'watch'
  | 'batch'
  | 'quiz'
  | 'training'
  | 'guide'
  | 'model';

/** Which demonstration is open. */
export class LiveDemo {
  readonly connection: HostConnection;
  readonly store: StoreApi<{ mode: LiveMode }> = createStore<{ mode: LiveMode }>(() => ({
    mode: 'menu',
  }));

  constructor(connection: HostConnection) {
    this.connection = connection;
  }

  open(mode: LiveMode): void {
    this.store.setState({ mode });
  }
}
