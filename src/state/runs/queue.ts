import type { RunSummary, StartRunParams } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import { isGoing, queueOf, titleOf } from './run-facts.js';
import { askHost, type Told } from './told.js';

/** What is done to the runs that wait for their turn. */
export class Queue {
  readonly #connection: HostConnection;

  constructor(connection: HostConnection) {
    this.#connection = connection;
  }

  get waiting(): readonly RunSummary[] {
    return queueOf(this.#connection.store.getState().runs);
  }

  /** Files a run after those that are there. */
  file(request: StartRunParams): Promise<Told> {
    return askHost(this.#connection, async (host) => {
      const { run } = await host.startRun({ ...request, when: 'queued' });
      return `${run} is filed: it waits for its turn`;
    });
  }

  /** Gives a run that waits another place, from 1; a place that is not there leaves it where it is. */
  async move(run: string, place: number): Promise<Told | undefined> {
    if (place < 1 || place > this.waiting.length) return undefined;
    return askHost(this.#connection, async (host) => {
      await host.runs.move(run, place);
      return '';
    });
  }

  /** Takes a run out of the queue. */
  takeOut(run: RunSummary): Promise<Told> {
    return askHost(this.#connection, async (host) => {
      await host.stopRun(run.id);
      return `${titleOf(run)} is taken out of the queue`;
    });
  }

  /** Takes what waits of a sweep out, the last first, and then stops the one under way with its best weights. */
  stopSweep(runs: readonly RunSummary[]): Promise<Told> {
    const waiting = queueOf(runs);
    const going = runs.filter(isGoing);
    return askHost(this.#connection, async (host) => {
      for (const { id } of waiting.toReversed()) await host.stopRun(id);
      for (const { id } of going) await host.stopRun(id);
      return 'the rest of the sweep is stopped';
    });
  }
}
