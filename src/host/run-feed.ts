import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { RunEvent } from '../core/run/event.js';
import { tell } from './answering.js';
import type { AttachedClient } from './attached-client.js';
import { type LoadProgress, runEventNotification, runLoadingNotification } from './protocol.js';
import type { RunListener } from './runs/active-run.js';

/** Bytes that a client has not taken: what follows is kept back. */
const backlog = 2 ** 20;

/** Events that are kept back for a client; one that lets more come can attach anew and has the whole log then. */
const mostKept = 2000;

/**
 * Tells a client of runs, at the speed that it listens with. One that does not keep up misses how far an epoch was in
 * between, which the next such event says better, and nothing else. So a run costs the same memory whoever watches.
 *
 *     taken ─▶ sent at once          not taken ─▶ kept, of progress the newest ─▶ too many: dropped
 */
export class RunFeed implements RunListener {
  readonly #connection: MessageConnection;
  readonly #client: AttachedClient;
  #kept: Told[] = [];

  constructor(connection: MessageConnection, client: AttachedClient) {
    this.#connection = connection;
    this.#client = client;
    client.onTaken(() => this.#sendKept());
  }

  event(run: string, event: RunEvent): void {
    const passing = event.type === 'progress' ? `progress of ${run}` : undefined;
    this.#tell({
      passing,
      send: () => this.#connection.sendNotification(runEventNotification, { run, event }),
    });
  }

  loading(run: string, progress: LoadProgress): void {
    this.#tell({
      passing: `loading of ${run}`,
      send: () => this.#connection.sendNotification(runLoadingNotification, { run, ...progress }),
    });
  }

  #tell(told: Told): void {
    if (this.#kept.length === 0 && this.#client.untaken <= backlog) {
      tell(told.send);
      return;
    }
    const { passing } = told;
    if (passing !== undefined) this.#kept = this.#kept.filter((kept) => kept.passing !== passing);
    this.#kept.push(told);
    if (this.#kept.length > mostKept) this.#client.drop('it does not listen to its runs');
  }

  #sendKept(): void {
    while (this.#client.untaken <= backlog) {
      const told = this.#kept.shift();
      if (!told) return;
      tell(told.send);
    }
  }
}

interface Told {
  /** Of events that only the newest matters of, what they are about. */
  passing?: string;
  send: () => Promise<void>;
}
