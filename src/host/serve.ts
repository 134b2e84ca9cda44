import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HostAddress, hostAddress } from './address.js';
import { Analyses } from './analysis/analyses.js';
import { SampleSets } from './analysis/sample-sets.js';
import { AttachedClients } from './attached-clients.js';
import { Classifiers } from './classifiers.js';
import { connectTo } from './connect.js';
import { Courtesy } from './courtesy.js';
import { DataSets } from './data/data-sets.js';
import { Datasets } from './datasets.js';
import { Engines } from './engines.js';
import { HostLife } from './host-life.js';
import type { HostServices } from './host-services.js';
import { Drawings } from './live/drawings.js';
import { breakLock, type Lock, takeLock } from './lock.js';
import { LogFile } from './log-file.js';
import { LogLines } from './log-lines.js';
import { Models } from './models/models.js';
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
  const lock = await claim(address);
  if (!lock) return;
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    await new Host(workspace, address, options).listen(address.socket, lock);
  } finally {
    // Where another took over, the socket is that one's.
    if (lock.isOurs()) rmSync(address.socket, { force: true });
    lock.release();
  }
}

/** Milliseconds that another host may hold the lock without listening. */
const claimPatience = 3000;
const claimInterval = 100;
/** Milliseconds after which nobody is still about to take over a lock that was there before. */
const settling = 20;

/**
 * Takes the workspace's lock. That a process holds it is not enough for it to be respected: one
 * that ended may be listed until its parent looks, and another may have got its number. A host
 * that does not listen after a while is none.
 *
 * @returns undefined where another host listens
 */
async function claim({ lock: file, socket }: HostAddress): Promise<Lock | undefined> {
  const deadline = performance.now() + claimPatience;
  for (;;) {
    const lock = takeLock(file);
    if (lock) {
      // Who found the same dead holder a moment earlier may still remove what it takes for that one's lock.
      await sleep(settling);
      if (lock.isOurs()) return lock;
    }
    const other = await connectTo(socket);
    other?.destroy();
    if (other) return undefined;
    if (performance.now() > deadline) breakLock(file);
    await sleep(claimInterval);
  }
}

/** Milliseconds between two looks at whether the host is still needed. */
const idleCheck = 500;

/** Connections at once; who comes then is turned away. */
const mostClients = 64;

class Host {
  readonly #log = new LogLines((text) => process.stderr.write(text));
  readonly #file: LogFile;
  readonly #clients = new AttachedClients((line) => this.#log.say(line));
  readonly #services: HostServices;

  constructor(workspace: Workspace, address: HostAddress, { linger }: HostOptions) {
    const engines = new Engines();
    const datasets = new Datasets(workspace.root);
    const classifiers = new Classifiers(workspace, engines);
    const sets = new SampleSets(datasets);
    const courtesy = new Courtesy();
    const runs = new Runs({ workspace, engines, datasets, courtesy });
    const clients = this.#clients;
    this.#file = new LogFile(address.log);
    this.#services = {
      workspace,
      runs,
      datasets,
      dataSets: new DataSets(datasets),
      models: new Models(workspace.models, engines, datasets),
      predictions: new Predictions(classifiers, datasets),
      classifiers,
      analyses: new Analyses(workspace, engines, classifiers, sets),
      drawings: new Drawings(workspace, classifiers, courtesy),
      life: new HostLife({ workspace, address, runs, clients, linger: linger * 1000 }),
    };
  }

  /** Resolves when the host has left. */
  async listen(socket: string, lock: Lock): Promise<void> {
    const { runs, life } = this.#services;
    this.#file.begin();
    // Who says no more may still have said much that is not read yet: the reader ends the connection.
    const server = createServer({ allowHalfOpen: true }, (client) =>
      this.#clients.accept(client, (connection, attached) =>
        serveConnection(connection, this.#services, attached),
      ),
    );
    server.maxConnections = mostClients;
    await opened(server, socket);
    await runs.open();
    const { pid, build, workspace } = life.facts();
    this.#log.say(`host ${pid} of ${workspace}, build ${build}`);
    // A line that drops is no reason to end: the host belongs to no terminal.
    process.on('SIGHUP', () => undefined);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => void life.stop({ when: 'now' }));
    }
    // What one client brought about is no reason to leave the others, or the run.
    process.on('uncaughtException', (error) => this.#log.error('went wrong', error));
    process.on('unhandledRejection', (error) => this.#log.error('went wrong', error));
    await this.#unneeded(lock);
    this.#log.say(runs.isActive ? 'leaves, with a run under way' : 'leaves');
    server.close();
    this.#clients.close();
  }

  #unneeded(lock: Lock): Promise<void> {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        // Without the lock nobody new comes: a run goes on to its end, and no longer.
        if (!lock.isOurs()) this.#services.life.leave();
        if (this.#services.life.isNeeded) {
          this.#file.check();
          return;
        }
        clearInterval(timer);
        resolve();
      }, idleCheck);
    });
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
