import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type RunEvent, runEventSchema } from '../core/run/event.js';
import { emptyRun, type RunState, reduceRun } from '../core/run/reducer.js';

/** The event log of one run, `runs/<id>/events.jsonl`: only ever appended to. */
export class RunLog {
  readonly folder: string;
  readonly #file: FileHandle;

  private constructor(folder: string, file: FileHandle) {
    this.folder = folder;
    this.#file = file;
  }

  /** @throws the system's error where the log exists already */
  static async create(runs: string, id: string): Promise<RunLog> {
    const folder = join(runs, id);
    await mkdir(folder, { recursive: true });
    return new RunLog(folder, await open(join(folder, eventsFile), 'ax'));
  }

  async append(event: RunEvent): Promise<void> {
    await this.#file.write(`${JSON.stringify(event)}\n`);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Reads a run's events back; a line that is torn or unknown is passed over. */
export async function readRunEvents(runs: string, id: string): Promise<RunEvent[]> {
  const lines = createInterface({
    input: createReadStream(join(runs, id, eventsFile)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const events: RunEvent[] = [];
  for await (const line of lines) {
    const event = parseEvent(line);
    if (event) events.push(event);
  }
  return events;
}

/** All runs of a workspace, the newest first. */
export async function listRuns(runs: string): Promise<RunState[]> {
  const entries = await readdir(runs, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const states = await Promise.all(
    folders.map(async (id) => {
      const events = await readRunEvents(runs, id).catch(() => []);
      return events.reduce(reduceRun, emptyRun(id));
    }),
  );
  return states.sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
}

const eventsFile = 'events.jsonl';

function parseEvent(line: string): RunEvent | undefined {
  try {
    const json: unknown = JSON.parse(line);
    return runEventSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
