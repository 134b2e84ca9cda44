import type { Metrics, RunEventOf, RunOutcome } from '../core/run/event.js';
import {
  createEarlyStopping,
  type EarlyStopping,
  hasImproved,
  observeLoss,
  shouldStop,
} from '../core/schedule/early-stopping.js';
import type { Weights } from '../model/weights.js';
import type { Ending } from './control.js';
import type { TrainingJob } from './job.js';
import type { SavedTraining, TrainingPosition } from './saved-training.js';

/** Weights worth keeping, with how they scored. */
export interface ScoredWeights {
  epoch: number;
  weights: Weights;
  train: Metrics;
  validation: Metrics;
}

/** The weights with the lowest validation loss: kept as they come, saved as a model at the end. */
export class BestWeights {
  readonly #job: TrainingJob;
  #stopping: EarlyStopping;
  #best?: ScoredWeights;

  constructor(job: TrainingJob) {
    this.#job = job;
    this.#stopping = createEarlyStopping(job.recipe.patience);
  }

  /** Takes in a validation loss. @returns whether it is the lowest so far */
  observe(epoch: number, loss: number): boolean {
    this.#stopping = observeLoss(this.#stopping, epoch, loss);
    return hasImproved(this.#stopping);
  }

  /** True where the recipe has waited long enough for a gain. */
  get isOverdue(): boolean {
    return shouldStop(this.#stopping);
  }

  /** What it has seen so far, for a run that goes on later. */
  get saved(): Pick<TrainingPosition, 'stopping' | 'best'> & { weights?: Weights } {
    const { bestLoss, bestEpoch, waited } = this.#stopping;
    const stopping = { bestLoss, bestEpoch, waited };
    if (!this.#best) return { stopping };
    const { weights, ...best } = this.#best;
    return { stopping, best, weights };
  }

  restore({ position: { stopping, best }, best: weights }: SavedTraining): void {
    this.#stopping = { ...this.#stopping, ...stopping };
    if (best && weights) this.#best = { ...best, weights };
  }

  /** Epoch of the best weights; 0 where there are none. */
  get epoch(): number {
    return this.#best?.epoch ?? 0;
  }

  async keep(best: ScoredWeights): Promise<RunEventOf<'checkpoint-saved'>> {
    this.#best = best;
    const file = await this.#job.saveCheckpoint(best.weights, best.epoch);
    return { type: 'checkpoint-saved', at: this.#job.now(), epoch: best.epoch, file };
  }

  /**
   * Says how the run came out.
   *
   * @param how `save` makes a model of the best weights, where there are any
   */
  async end(
    how: Ending['how'],
    run: Pick<RunOutcome, 'epochs' | 'seconds' | 'imagesPerSecond' | 'peakMemoryBytes'>,
  ): Promise<RunOutcome> {
    const none: Metrics = { loss: Number.NaN, accuracy: Number.NaN };
    const outcome = {
      run: this.#job.run,
      ...run,
      bestEpoch: this.epoch,
      train: this.#best?.train ?? none,
      validation: this.#best?.validation ?? none,
    };
    const saved = how === 'save' ? this.#best : undefined;
    const model = saved ? await this.#job.saveModel(saved.weights, outcome) : null;
    return { ...outcome, model };
  }
}
