import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { MeasureAnswer, WeightsRef } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';

export type MeasureState =
  | { status: 'idle' }
  | { status: 'measuring' }
  /** `at`: milliseconds since 1970. */
  | { status: 'ready'; answer: MeasureAnswer; at: number }
  | { status: 'failed'; problem: string };

/** What reading costs on this machine: measured when it is asked for, and kept nowhere. */
export class Measuring {
  readonly store: StoreApi<MeasureState> = createStore<MeasureState>(() => ({ status: 'idle' }));
  readonly #connection: Pick<HostConnection, 'client'>;
  /** Grows with all that makes an answer under way stale. */
  #turn = 0;

  constructor(connection: Pick<HostConnection, 'client'>) {
    this.#connection = connection;
  }

  async measure(weights: WeightsRef): Promise<void> {
    const turn = this.#begin({ status: 'measuring' });
    let state: MeasureState;
    try {
      const answer = await (await this.#connection.client()).analysis.measure({ weights });
      state = { status: 'ready', answer, at: Date.now() };
    } catch (error) {
      state = { status: 'failed', problem: errorLine(error) };
    }
    if (turn === this.#turn) this.store.setState(state, true);
  }

  /** Gives up what is under way, and puts away what was measured of other weights. */
  clear(): void {
    this.#begin({ status: 'idle' });
  }

  #begin(state: MeasureState): number {
    this.store.setState(state, true);
    this.#turn += 1;
    return this.#turn;
  }
}
