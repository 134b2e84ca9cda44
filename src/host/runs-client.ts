import type { Calls } from './calls.js';
import * as protocol from './protocol.js';

/** What a client does to runs, besides starting and watching them. */
export class RunsClient {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  detach(run: string): Promise<void> {
    return this.#calls.request(protocol.detachRunRequest, { run });
  }

  /** Ends it at once, without a model. */
  stopNow(run: string): Promise<void> {
    return this.#calls.request(protocol.stopRunRequest, { run, how: 'now' });
  }

  pause(run: string): Promise<void> {
    return this.#calls.request(protocol.pauseRunRequest, { run });
  }

  resume(run: string, engine?: protocol.EngineChoice): Promise<protocol.ResumedRun> {
    return this.#calls.request(protocol.resumeRunRequest, { run, engine });
  }

  change(params: protocol.ChangeRunParams): Promise<void> {
    return this.#calls.request(protocol.changeRunRequest, params);
  }

  describe(params: protocol.DescribeRunParams): Promise<void> {
    return this.#calls.request(protocol.describeRunRequest, params);
  }

  remove(run: string): Promise<void> {
    return this.#calls.request(protocol.removeRunRequest, { run });
  }

  restore(run: string): Promise<void> {
    return this.#calls.request(protocol.restoreRunRequest, { run });
  }

  /** Gives a run that waits another place, from 1. */
  move(run: string, place: number): Promise<void> {
    return this.#calls.request(protocol.moveRunRequest, { run, place });
  }
}
