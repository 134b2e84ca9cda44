import type { RunEvent, RunEventOf, RunOutcome } from '../core/run/event.js';
import type { BestWeights } from './best-weights.js';
import type { Ending } from './control.js';
import type { TrainingJob } from './job.js';
import type { Pace } from './pace.js';
import type { Standing } from './standing.js';
import type { Stopwatch } from './stopwatch.js';

interface Parts {
  best: BestWeights;
  pace: Pace;
  standing: Standing;
  watch: Stopwatch;
}

/** The ways in which a run ends; on each, the best weights become a model, unless it is stopped at once. */
export class Endings {
  readonly #job: TrainingJob;
  readonly #parts: Parts;

  constructor(job: TrainingJob, parts: Parts) {
    this.#job = job;
    this.#parts = parts;
  }

  async completed(reason: RunEventOf<'completed'>['reason']): Promise<RunEvent> {
    const outcome = await this.#outcome('save');
    return { type: 'completed', at: this.#job.now(), reason, ...outcome };
  }

  /** As it was asked to. */
  async stopped(): Promise<RunEvent> {
    const { how, by } = this.#job.control.ending ?? { how: 'save' };
    return { type: 'stopped', at: this.#job.now(), by, ...(await this.#outcome(how)) };
  }

  /** The loss was no number any more. */
  async diverged(epoch: number): Promise<RunEvent> {
    const { model } = await this.#outcome('save');
    const kept = model
      ? `the weights of epoch ${this.#parts.best.epoch} are saved as ${model}`
      : 'no epoch was finished, so nothing is saved';
    return {
      type: 'failed',
      at: this.#job.now(),
      run: this.#job.run,
      reason: `the loss is no longer a number in epoch ${epoch}, ${kept}`,
      remedy: 'lower the learning rate',
    };
  }

  #outcome(how: Ending['how']): Promise<RunOutcome> {
    const { best, pace, standing, watch } = this.#parts;
    return best.end(how, {
      epochs: standing.over,
      seconds: watch.seconds,
      imagesPerSecond: pace.imagesPerSecond,
      peakMemoryBytes: pace.peakMemoryBytes,
    });
  }
}
