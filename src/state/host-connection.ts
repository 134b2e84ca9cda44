import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine, Problem } from '../core/problem.js';
import type { EngineStatus } from '../engine/status.js';
import type { HostClient } from '../host/client.js';
import type { ModelSummary, RunSummary } from '../host/protocol.js';
import type { Workspace } from '../host/workspace.js';

/** What a client of the host can ask, so that a test can answer in its place. */
export type Host = Pick<HostClient, keyof HostClient>;

export interface HostState {
  /** `connecting` also while the connection is made again. */
  status: 'connecting' | 'ready' | 'lost';
  /** The one line that says why the host was lost; gone when it is back. */
  problem?: string;
  /** Undefined until they are known. */
  models?: readonly ModelSummary[];
  /** The newest first; undefined until they are known. */
  runs?: readonly RunSummary[];
  engine?: EngineStatus;
}

export interface HostConnectionOptions {
  connect: () => Promise<Host>;
  engineStatus: () => Promise<EngineStatus>;
  /** Milliseconds before each new try; the last one goes on. */
  retryDelays?: readonly number[];
}

const usualRetryDelays = [500, 2000, 5000, 15_000];

/**
 * The app's way to its host, and what it knows from there. Screens ask for `client()` when they
 * need it and read `store` for what is here.
 *
 *     open ─▶ connecting ─▶ ready ─▶ lost ─▶ connecting ─▶ …   until close
 */
export class HostConnection {
  readonly store: StoreApi<HostState> = createStore<HostState>(() => ({ status: 'connecting' }));
  readonly #options: HostConnectionOptions;
  readonly #listeners = new Set<(host: Host) => void>();
  readonly #lostListeners = new Set<() => void>();
  readonly #runsListeners = new Set<(host: Host) => void>();
  #current?: Promise<Host>;
  #host?: Host;
  #retry?: NodeJS.Timeout;
  #failures = 0;
  #closed = false;

  constructor(options: HostConnectionOptions) {
    this.#options = options;
  }

  /** Begins to connect; to be called when the first frame has been drawn. */
  open(): void {
    void this.#readEngine();
    this.client().catch(() => undefined);
  }

  /** The connected host: waits for it while it starts, tries anew where it was lost. */
  client(): Promise<Host> {
    this.#current ??= this.#connect();
    return this.#current;
  }

  /** Called with every new connection, first of all with the one that there is. */
  onConnected(listener: (host: Host) => void): void {
    this.#listeners.add(listener);
    if (this.#host) listener(this.#host);
  }

  /** Called when the host was there and is gone. */
  onLost(listener: () => void): void {
    this.#lostListeners.add(listener);
  }

  /** Called when a run has begun or ended, whoever asked for it. */
  onRunsChanged(listener: (host: Host) => void): void {
    this.#runsListeners.add(listener);
  }

  /** Reads models and runs again. */
  async refresh(): Promise<void> {
    try {
      const host = await this.client();
      const [models, runs] = await Promise.all([host.listModels(), host.listRuns()]);
      // Only a host that answers is back: one that ends as soon as it starts is tried less and less.
      this.#failures = 0;
      this.store.setState({ models, runs, problem: undefined });
    } catch (error) {
      this.store.setState({ problem: errorLine(error) });
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#host?.close();
  }

  async #connect(): Promise<Host> {
    clearTimeout(this.#retry);
    this.store.setState({ status: 'connecting' });
    let host: Host;
    try {
      host = await this.#options.connect();
    } catch (error) {
      this.#lose(errorLine(error));
      throw error;
    }
    if (this.#closed) {
      host.close();
      throw new Problem('the app is leaving', { remedy: 'open it again' });
    }
    this.#host = host;
    host.onClose(() => this.#afterClose(host));
    host.onRunsChanged(() => {
      for (const listener of this.#runsListeners) listener(host);
      void this.refresh();
    });
    host.onModelsChanged(() => void this.refresh());
    this.store.setState({ status: 'ready' });
    for (const listener of this.#listeners) listener(host);
    void this.refresh();
    return host;
  }

  #afterClose(host: Host): void {
    if (this.#closed || this.#host !== host) return;
    this.#host = undefined;
    // Requests under way would wait for ever otherwise.
    host.close();
    for (const listener of this.#lostListeners) listener();
    this.#lose('the host has ended unexpectedly: it is started again');
  }

  #lose(problem: string): void {
    this.#current = undefined;
    if (this.#closed) return;
    this.store.setState({ status: 'lost', problem });
    const delays = this.#options.retryDelays ?? usualRetryDelays;
    const delay = delays[Math.min(this.#failures++, delays.length - 1)];
    this.#retry = setTimeout(() => this.client().catch(() => undefined), delay);
    this.#retry.unref();
  }

  async #readEngine(): Promise<void> {
    try {
      this.store.setState({ engine: await this.#options.engineStatus() });
    } catch (error) {
      this.store.setState({ problem: errorLine(error) });
    }
  }
}

/** The connection of a workspace. What it needs is loaded when it connects, not before. */
export function connectionTo(workspace: Workspace): HostConnection {
  return new HostConnection({
    connect: async () => {
      const { HostClient } = await import('../host/client.js');
      const { clientName } = await import('../host/client-name.js');
      return HostClient.connect(workspace, clientName('app'));
    },
    engineStatus: async () => (await import('../engine/status.js')).engineStatus(),
  });
}
