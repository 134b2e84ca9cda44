import type { RunSummary, StartRunParams } from '../../../src/host/protocol.js';
import { FakeHost } from '../run-fakes.js';
import { summary } from './summary-fakes.js';

/** A host with a list of runs that changes as a real one's does. */
export class BookHost extends FakeHost {
  readonly #away = new Map<string, RunSummary>();

  constructor(listed: RunSummary[]) {
    super();
    this.listed = listed;
    Object.assign(this.runs, {
      detach: async () => undefined,
      describe: async ({ run, ...about }: { run: string; title?: string; note?: string }) =>
        this.#change(run, about),
      remove: async (run: string) => {
        const found = this.#find(run);
        this.#away.set(run, found);
        this.#list(this.listed.filter((each) => each !== found));
      },
      restore: async (run: string) => {
        const found = this.#away.get(run);
        if (!found) throw new Error(`${run} is not there`);
        this.#list([found, ...this.listed]);
      },
      move: async (run: string, place: number) => {
        const waiting = this.#queue.filter(({ id }) => id !== run);
        waiting.splice(place - 1, 0, this.#find(run));
        this.#number(waiting);
      },
    });
  }

  override startRun = async (asked: StartRunParams) => {
    this.started.push(asked);
    if (this.refusal) throw this.refusal;
    const run = `filed-${this.started.length}`;
    const { source, settings, sweep } = asked;
    const filed = summary(run, {
      status: 'waiting',
      queued: this.#queue.length + 1,
      request: { source, name: run, settings, sweep },
      settings,
      epoch: 0,
    });
    this.#list([filed, ...this.listed]);
    return { run };
  };

  override stopRun = async (run: string) => {
    this.stopped.push(run);
    const waiting = this.#queue.filter(({ id }) => id !== run);
    if (waiting.length === this.#queue.length) return;
    this.listed = this.listed.filter(({ id }) => id !== run);
    this.#number(waiting);
  };

  get #queue(): RunSummary[] {
    return this.listed
      .filter(({ queued }) => queued !== undefined)
      .sort((a, b) => (a.queued ?? 0) - (b.queued ?? 0));
  }

  #find(run: string): RunSummary {
    const found = this.listed.find(({ id }) => id === run);
    if (!found) throw new Error(`there is no run ${run}`);
    return found;
  }

  #change(run: string, about: Partial<RunSummary>): void {
    this.#list(this.listed.map((each) => (each.id === run ? { ...each, ...about } : each)));
  }

  #number(waiting: readonly RunSummary[]): void {
    const places = new Map(waiting.map(({ id }, index) => [id, index + 1]));
    this.#list(
      this.listed.map((each) =>
        places.has(each.id) ? { ...each, queued: places.get(each.id) } : each,
      ),
    );
  }

  #list(listed: RunSummary[]): void {
    this.listed = listed;
    this.tellRunsChanged();
  }
}
