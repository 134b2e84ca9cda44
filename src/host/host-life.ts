import { existsSync } from 'node:fs';
import { Problem } from '../core/problem.js';
import { isActive } from '../core/run/reducer.js';
import type { HostAddress } from './address.js';
import type { AttachedClients } from './attached-clients.js';
import type { HostFacts, HostStatus, StopHostParams } from './protocol.js';
import type { Runs } from './runs/runs.js';
import { programBuild, type Workspace } from './workspace.js';

interface HostLifeParts {
  workspace: Workspace;
  address: HostAddress;
  runs: Runs;
  clients: AttachedClients;
  /** Milliseconds that the host stays while nothing runs and nobody is attached. */
  linger: number;
}

/** How long the host stays, and what it says of itself. */
export class HostLife {
  readonly #parts: HostLifeParts;
  readonly #since = Date.now();
  /** By the clock that stands still while the machine sleeps: whoever wakes it finds the host. */
  #neededAt = performance.now();
  #leaving = false;

  constructor(parts: HostLifeParts) {
    this.#parts = parts;
  }

  /** To be asked from time to time: the host stays for a while after it was last needed. */
  get isNeeded(): boolean {
    const { workspace, runs, clients, linger } = this.#parts;
    if (runs.isActive) return true;
    if (this.#leaving || !existsSync(workspace.root)) return false;
    const now = performance.now();
    if (clients.size > 0) this.#neededAt = now;
    return now - this.#neededAt < linger;
  }

  /** @throws Problem where it is about to leave: who comes now is better served by the next one */
  hello(): HostFacts {
    if (!this.#leaving || this.#parts.runs.isActive) return this.facts();
    throw new Problem('this host is about to leave', { remedy: 'try again in a moment' });
  }

  facts(): HostFacts {
    return { build: programBuild, pid: process.pid, workspace: this.#parts.workspace.root };
  }

  async status(): Promise<HostStatus> {
    const { runs, clients, address } = this.#parts;
    const listed = await runs.list();
    const active = listed.filter(isActive);
    const run = active.find(({ queued }) => queued === undefined);
    return {
      ...this.facts(),
      since: this.#since,
      clients: clients.list(),
      run: run && { id: run.id, status: run.status, epoch: run.epoch },
      queued: active.filter(({ queued }) => queued !== undefined).length,
      memoryBytes: process.memoryUsage.rss(),
      socket: address.socket,
      log: address.log,
    };
  }

  /** Leaves as soon as nothing runs, whoever is attached. */
  leave(): void {
    this.#leaving = true;
  }

  /** Leaves as soon as nothing runs. Who else is attached still needs this host; the one that asks will ask again. */
  leaveWhenAlone(): void {
    if (this.#parts.clients.size <= 1) this.leave();
  }

  /**
   * Leaves, whoever is attached.
   *
   * @throws Problem where a run is under way or waits, and may not be ended
   */
  async stop({ when = 'idle' }: StopHostParams = {}): Promise<void> {
    const { runs } = this.#parts;
    if (when === 'idle' && runs.isActive) {
      const { run, queued } = await this.status();
      throw new Problem(run ? `run ${run.id} is under way` : `${queued} runs wait for their turn`, {
        remedy: 'let it end, or use `digitscope host stop --now`, which saves its best weights',
      });
    }
    this.leave();
    await runs.stopAll();
  }
}
