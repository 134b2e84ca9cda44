import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunEvent, runEventSchema } from '../../core/run/event.js';

/** The file of a run's events, in its folder. */
export const eventsFile = 'events.jsonl';

/**
 * The event log of one run, `runs/<id>/events.jsonl`: only ever appended to. An event that cannot be written waits for
 * the next try, so that none is lost and no line is torn by the one after it.
 */
export class RunLog {
  readonly folder: string;
  readonly #file: FileHandle;
  readonly #waiting: RunEvent[] = [];
  /** Bytes that are whole lines. */
  #length: number;
  #writing = Promise.resolve();

  private constructor(folder: string, file: FileHandle, length: number) {
    this.folder = folder;
    this.#file = file;
    this.#length = length;
  }

  /** @throws the system's error where the log exists already */
  static async create(runs: string, id: string): Promise<RunLog> {
    const folder = join(runs, id);
    await mkdir(folder, { recursive: true });
    return new RunLog(folder, await open(join(folder, eventsFile), 'wx'), 0);
  }

  /** The log of a run that goes on; a torn last line is cut off. @throws the system's error where there is none */
  static async reopen(runs: string, id: string): Promise<RunLog> {
    const folder = join(runs, id);
    const path = join(folder, eventsFile);
    const whole = (await readFile(path)).lastIndexOf(newline) + 1;
    const file = await open(path, 'r+');
    await file.truncate(whole);
    return new RunLog(folder, file, whole);
  }

  /** Puts an event in line; it is written with the next one that is appended. */
  queue(event: RunEvent): void {
    this.#waiting.push(event);
  }

  /** @throws the system's error where it cannot be written now: it waits then */
  async append(event: RunEvent): Promise<void> {
    this.queue(event);
    await this.flush();
  }

  /** Writes what waits. */
  flush(): Promise<void> {
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Resolves when what is written would survive a loss of power. */
  async sync(): Promise<void> {
    await this.flush();
    await this.#file.datasync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(): Promise<void> {
    const events = [...this.#waiting];
    if (events.length === 0) return;
    const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    try {
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await this.#file.write(
          bytes,
          done,
          bytes.length - done,
          this.#length + done,
        );
        done += bytesWritten;
      }
    } catch (error) {
      await this.#file.truncate(this.#length).catch(() => undefined);
      throw error;
    }
    this.#length += bytes.length;
    this.#waiting.splice(0, events.length);
  }
}

const newline = 0x0a;

/** Reads a run's events back; a line that is torn or unknown is passed over. */
export async function readRunEvents(runs: string, id: string): Promise<RunEvent[]> {
  const text = await readFile(join(runs, id, eventsFile), 'utf8');
  return text.split('\n').flatMap((line) => parseEvent(line) ?? []);
}

function parseEvent(line: string): RunEvent | undefined {
  if (line === '') return undefined;
  try {
    const json: unknown = JSON.parse(line);
    return runEventSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
