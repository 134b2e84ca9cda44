import { join, relative } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { ScoreProgress } from '../../host/protocol.js';
import type { ReportPlace, WrittenReport } from '../../report/write-report.js';
import type { HostConnection } from '../host-connection.js';
import type { Subject } from './subject.js';

export type ReportState =
  | { status: 'idle' }
  /** `progress` once the samples are being loaded or scored. */
  | { status: 'working'; name: string; progress?: ScoreProgress }
  /** Paths as a person writes them in the workspace. */
  | { status: 'done'; file: string; folder: string; tables: number; missing: readonly string[] }
  | { status: 'failed'; problem: string };

/** Writes what is known of a model or run to `reports/` in the workspace, as `digitscope report` does. */
export class ReportWriting {
  readonly store: StoreApi<ReportState> = createStore<ReportState>(() => ({ status: 'idle' }));
  readonly #connection: Pick<HostConnection, 'client'>;
  readonly #root: string;
  #abort?: AbortController;

  /** @param root of the workspace */
  constructor(connection: Pick<HostConnection, 'client'>, root: string) {
    this.#connection = connection;
    this.#root = root;
  }

  /** `reports/NAME.html`, and the tables in `reports/NAME/`. */
  async write(subject: Subject): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    const name = subject.run?.id ?? subject.name;
    this.#tell(abort, { status: 'working', name });
    try {
      const written = await this.#write(name, abort);
      this.#tell(abort, written);
    } catch (error) {
      this.#tell(abort, { status: 'failed', problem: errorLine(error) });
    }
  }

  /** Gives up what is under way; nothing is written then. */
  cancel(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.store.setState({ status: 'idle' }, true);
  }

  /** Tells no more of a report that is written or failed. */
  putAway(): void {
    if (this.store.getState().status !== 'working') this.cancel();
  }

  async #write(name: string, { signal }: AbortController): Promise<ReportState> {
    // Pages are made seldom: what makes them is loaded when it is asked for.
    const [{ collectReport }, { requirePlace, writeReport }] = await Promise.all([
      import('../../report/collect-report.js'),
      import('../../report/write-report.js'),
    ]);
    const place = placeOf(this.#root, name);
    await requirePlace(place);
    const data = await collectReport(await this.#connection.client(), name, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) this.store.setState({ status: 'working', name, progress }, true);
      },
    });
    signal.throwIfAborted();
    const written: WrittenReport = await writeReport(data, place);
    return {
      status: 'done',
      file: relative(this.#root, written.file),
      folder: relative(this.#root, place.tables),
      tables: written.tables.length,
      missing: data.missing,
    };
  }

  /** What was given up says nothing any more. */
  #tell(abort: AbortController, state: ReportState): void {
    if (!abort.signal.aborted) this.store.setState(state, true);
  }
}

function placeOf(root: string, name: string): ReportPlace & { tables: string } {
  const remedy = 'move it away first';
  return {
    file: join(root, 'reports', `${name}.html`),
    tables: join(root, 'reports', name),
    others: 'keep',
    remedies: { page: remedy, table: remedy, folder: remedy },
  };
}
