import { errorLine } from '../core/problem.js';
import type { DataQuestion, DataSummary, LoadProgress } from '../host/protocol.js';
import type { HostConnection } from './host-connection.js';
import type { Loading } from './run-view.js';

/** What is known of the samples that are asked for. */
export type DescribedData =
  | { status: 'unknown' }
  /** Progress is undefined until the first news. */
  | { status: 'loading'; progress?: Loading }
  | { status: 'ready'; summary: DataSummary }
  | { status: 'failed'; problem: string };

/** Milliseconds between two updates while data is loaded. */
const updateInterval = 100;

/** Asks the host what there is to learn from, one question at a time: the answer to an earlier one is not heard. */
export class DataDescriber {
  readonly #connection: Pick<HostConnection, 'client'>;
  readonly #tell: (data: DescribedData) => void;
  #load?: AbortController;

  constructor(connection: Pick<HostConnection, 'client'>, tell: (data: DescribedData) => void) {
    this.#connection = connection;
    this.#tell = tell;
  }

  /** Tells how far it is, then what was found, or why nothing. */
  async ask(question: DataQuestion): Promise<void> {
    const load = this.#begin();
    this.#tell({ status: 'loading' });
    const onProgress = paced((progress) => {
      if (this.#load === load) this.#tell({ status: 'loading', progress });
    });
    const data = await this.#answer(question, { signal: load.signal, onProgress });
    if (this.#load === load) this.#tell(data);
  }

  /** Tells an answer alone: what is shown meanwhile stays, and where there is none. */
  async askQuietly(question: DataQuestion): Promise<void> {
    const load = this.#begin();
    const data = await this.#answer(question, { signal: load.signal });
    if (this.#load === load && data.status === 'ready') this.#tell(data);
  }

  /** Ends a question that is under way. */
  cancel(): void {
    this.#load?.abort();
    this.#load = undefined;
  }

  #begin(): AbortController {
    this.cancel();
    this.#load = new AbortController();
    return this.#load;
  }

  async #answer(
    question: DataQuestion,
    options: { signal: AbortSignal; onProgress?: (progress: LoadProgress) => void },
  ): Promise<DescribedData> {
    try {
      const client = await this.#connection.client();
      return { status: 'ready', summary: await client.data.describe(question, options) };
    } catch (error) {
      return { status: 'failed', problem: errorLine(error) };
    }
  }
}

/** Told now and then, with the time since the first news; one source after the other begins anew. */
function paced(tell: (progress: Loading) => void): (progress: LoadProgress) => void {
  let since = 0;
  let told = 0;
  let before = 0;
  return ({ done, total }) => {
    const at = Date.now();
    if (since === 0 || done < before) since = at;
    before = done;
    if (at - told < updateInterval && done < total) return;
    told = at;
    tell({ done, total, since, at });
  };
}
