import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { constants, setPriority } from 'node:os';
import { type HostAddress, hostAddress } from './address.js';
import { Analyses } from './analysis/analyses.js';
import { SampleSets } from './analysis/sample-sets.js';
import { Classifiers } from './classifiers.js';
import { connectTo } from './connect.js';
import { Courtesy } from './courtesy.js';
import { Datasets } from './datasets.js';
import { Engines } from './engines.js';
import type { HostServices } from './host-services.js';
import { Drawings } from './live/drawings.js';
import { breakLock, takeLock } from './lock.js';
import { messagesOver } from './messages.js';
import { Predictions } from './predictions.js';
import { Runs } from './runs/runs.js';
import { serveConnection } from './serve-connection.js';
import type { Workspace } from './workspace.js';

export interface HostOptions {
  /** Seconds that the host stays while nothing runs and nobody is attached. */
  linger: number;
}

/**
 * Serves a workspace until nobody needs it any more.
 *
 * @returns at once where another host serves it already
 */
export async function serveHost(workspace: Workspace, options: HostOptions): Promise<void> {
  const address = hostAddress(workspace);
  const release = await claim(address);
  if (!release) return;
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    await new Host(workspace, options).listen(address);
  } finally {
    rmSync(address.socket, { force: true });
    release();
  }
}

/** Milliseconds that another host may hold the lock without listening. */
const claimPatience = 3000;
const claimInterval = 100;

/**
 * Takes the workspace's lock. That a process holds it is not enough for it to be respected: one
 * that ended may be listed until its parent looks, and another may have got its number. A host
 * that does not listen after a while is none.
 *
 * @returns how to give it back, or undefined where another host listens
 */
async function claim({ lock, socket }: HostAddress): Promise<(() => void) | undefined> {
  const deadline = performance.now() + claimPatience;
  for (;;) {
    const release = takeLock(lock);
    if (release) return release;
    const other = await connectTo(socket);
    other?.destroy();
    if (other) return undefined;
    if (performance.now() > deadline) breakLock(lock);
    await new Promise((resolve) => setTimeout(resolve, claimInterval));
  }
}

/** Milliseconds between two looks at whether the host is still needed. */
const idleCheck = 500;

class Host {
  readonly #workspace: Workspace;
  readonly #linger: number;
  readonly #services: HostServices;
  readonly #sockets = new Set<Socket>();
  #neededAt = performance.now();
  #leaving = false;

  constructor(workspace: Workspace, { linger }: HostOptions) {
    const engines = new Engines();
    const datasets = new Datasets(workspace.root);
    const classifiers = new Classifiers(workspace, engines);
    const sets = new SampleSets(datasets);
    const courtesy = new Courtesy();
    this.#workspace = workspace;
    this.#linger = linger * 1000;
    this.#services = {
      workspace,
      runs: new Runs({ workspace, engines, datasets, courtesy }),
      datasets,
      predictions: new Predictions(classifiers, datasets),
      classifiers,
      analyses: new Analyses(workspace, engines, classifiers, sets),
      drawings: new Drawings(workspace, classifiers, courtesy),
      leave: () => {
        // Who else is attached still needs this host; the one that asks will ask again.
        if (this.#sockets.size <= 1) this.#leaving = true;
      },
    };
  }

  /** Resolves when the host has left. */
  async listen({ socket }: HostAddress): Promise<void> {
    const server = createServer((client) => this.#accept(client));
    await opened(server, socket);
    await this.#services.runs.open();
    // A line that drops is no reason to end: the host belongs to no terminal.
    process.on('SIGHUP', () => undefined);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        this.#leaving = true;
        void this.#services.runs.stopAll();
      });
    }
    await this.#unneeded();
    server.close();
    for (const client of this.#sockets) client.destroy();
  }

  #accept(client: Socket): void {
    this.#sockets.add(client);
    const connection = messagesOver(client);
    const close = serveConnection(connection, this.#services);
    client.on('error', () => client.destroy());
    client.on('close', () => {
      this.#sockets.delete(client);
      close();
    });
    connection.listen();
  }

  #unneeded(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        if (this.#isNeeded()) return;
        clearInterval(timer);
        resolve();
      }, idleCheck);
    });
  }

  #isNeeded(): boolean {
    if (this.#services.runs.isActive) return true;
    if (this.#leaving || !existsSync(this.#workspace.root)) return false;
    const now = performance.now();
    if (this.#sockets.size > 0) this.#neededAt = now;
    return now - this.#neededAt < this.#linger;
  }
}

/** Listens on a socket that only its owner may use. */
async function opened(server: Server, socket: string): Promise<void> {
  const isFile = process.platform !== 'win32';
  // What is there is of a host that died: the lock is ours.
  if (isFile) rmSync(socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  if (isFile) chmodSync(socket, 0o600);
}
