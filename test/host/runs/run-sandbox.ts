import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunEvent } from '../../../src/core/run/event.js';
import { defaultSettings, type TrainingSettings } from '../../../src/core/settings.js';
import { HostClient } from '../../../src/host/client.js';
import type { RunSummary, StartRunParams } from '../../../src/host/protocol.js';
import { Workspace } from '../../../src/host/workspace.js';
import { decodeTensorFile } from '../../../src/model/tensor-file.js';
import { drawDataset, Sandbox } from '../../support/sandbox.js';

/** A workspace with samples in `digits`, its host, and clients that hear what happens to runs. */
export class RunSandbox {
  readonly sandbox: Sandbox;
  readonly #workspace: Workspace;

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.#workspace = new Workspace(sandbox.workspace);
  }

  /** Gone with the test. */
  static async open({ perClass = 6 } = {}): Promise<RunSandbox> {
    const sandbox = await Sandbox.open();
    const before = { ...process.env };
    Object.assign(process.env, sandbox.env);
    onTestFinished(() => {
      process.env = before;
      sandbox.close();
    });
    await drawDataset(sandbox.path('digits'), { digits: [0, 1, 2, 3, 4], perClass });
    return new RunSandbox(sandbox);
  }

  async connect(): Promise<RunWatcher> {
    const client = await HostClient.connect(this.#workspace);
    onTestFinished(() => client.close());
    return new RunWatcher(client);
  }

  /** Waits until it is gone. */
  async killHost(): Promise<void> {
    const pid = this.sandbox.hostPid;
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Lines of the log that are not whole. */
  tornLines(run: string): string[] {
    const text = readFileSync(this.sandbox.path('runs', run, 'events.jsonl'), 'utf8');
    return text.split('\n').filter((line) => line !== '' && !isJson(line));
  }

  /** Reads every file of tensors that a run and the models consist of. @throws where one is not whole */
  readAllTensors(run: string): void {
    const folders = [
      this.sandbox.path('runs', run, 'checkpoints'),
      this.sandbox.path('models', run),
    ];
    for (const folder of folders) {
      for (const name of listed(folder)) {
        const file = join(folder, name);
        const bytes = name.endsWith('.safetensors') ? readIfThere(file) : undefined;
        if (bytes) decodeTensorFile(bytes, file);
      }
    }
  }
}

/** A client of a host, with the events that it has heard. */
export class RunWatcher {
  readonly client: HostClient;
  readonly events: RunEvent[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(client: HostClient) {
    this.client = client;
    client.onRun({
      loading: () => {},
      event: (_, event) => {
        this.events.push(event);
        for (const look of this.#waiting) look();
      },
    });
  }

  async start(
    settings: Partial<TrainingSettings> = {},
    more: Partial<StartRunParams> = {},
  ): Promise<string> {
    const { run } = await this.client.startRun({
      source: 'digits',
      settings: { ...defaultSettings, batchSize: 8, ...settings },
      ...more,
    });
    return run;
  }

  /** Resolves with the first event for which it is true; rejects where the run ends before that. */
  until(wanted: (event: RunEvent) => boolean): Promise<RunEvent> {
    return new Promise((resolve, reject) => {
      let looked = 0;
      const look = () => {
        for (; looked < this.events.length; looked++) {
          const event = this.events[looked];
          const isFound = wanted(event);
          if (isFound) resolve(event);
          else if (event.type === 'failed') reject(new Error(`${event.reason}: ${event.remedy}`));
          else continue;
          this.#waiting.delete(look);
          return;
        }
      };
      this.#waiting.add(look);
      look();
    });
  }

  untilType<Type extends RunEvent['type']>(type: Type): Promise<Extract<RunEvent, { type: Type }>> {
    return this.until((event) => event.type === type) as Promise<Extract<RunEvent, { type: Type }>>;
  }

  async summary(run: string): Promise<RunSummary | undefined> {
    return (await this.client.listRuns()).find(({ id }) => id === run);
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A run lets epochs go while it is looked at. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
