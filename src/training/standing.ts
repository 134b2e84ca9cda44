import type { BestWeights } from './best-weights.js';
import type { Course } from './course.js';
import type { EpochMeter } from './epoch-meter.js';
import type { TrainingJob } from './job.js';
import type { Pace } from './pace.js';
import type { MeterTotals, SavedTraining } from './saved-training.js';
import type { Stopwatch } from './stopwatch.js';
import type { WeightMean } from './weight-mean.js';

interface Parts {
  course: Course;
  best: BestWeights;
  pace: Pace;
  mean: WeightMean;
  watch: Stopwatch;
}

/** Where a run stands between two steps, and how that is kept and taken up again. */
export class Standing {
  readonly #job: TrainingJob;
  readonly #parts: Parts;
  /** Epochs that are over. */
  over = 0;
  /** Steps made of the next one. */
  step = 0;
  #meter?: EpochMeter;
  /** Of an epoch that was under way when the run was saved. */
  #before?: MeterTotals;

  constructor(job: TrainingJob, parts: Parts) {
    this.#job = job;
    this.#parts = parts;
  }

  /** What was added up of an epoch that goes on; it is taken once. */
  takeMeterTotals(): MeterTotals | undefined {
    const before = this.#before;
    this.#before = undefined;
    return before;
  }

  /** Adds up the epoch under way. */
  measureBy(meter: EpochMeter): void {
    this.#meter = meter;
  }

  endEpoch(epoch: number): void {
    this.over = epoch;
    this.step = 0;
    this.#meter = undefined;
  }

  /** All that a run that goes on later needs. */
  async save(): Promise<SavedTraining> {
    const { trainer } = this.#job;
    const { course, best, pace, mean, watch } = this.#parts;
    const { weights: bestWeights, ...seen } = best.saved;
    return {
      position: {
        epoch: this.over,
        step: this.step,
        steps: course.steps,
        settings: course.settings,
        schedule: course.schedule,
        ...seen,
        averaged: mean.count,
        meter: this.#meter?.totals,
        pace: pace.totals,
        seconds: watch.seconds,
      },
      weights: await trainer.readWeights(),
      optimiser: await trainer.readOptimiser(),
      best: bestWeights,
      mean: mean.count > 0 ? mean.weights : undefined,
    };
  }

  async restore(saved: SavedTraining): Promise<void> {
    const { position, weights, optimiser, mean } = saved;
    const { trainer } = this.#job;
    await trainer.writeWeights(weights);
    await trainer.writeOptimiser(optimiser);
    this.#parts.course.restore(position);
    this.#parts.best.restore(saved);
    this.#parts.pace.restore(position.pace);
    if (mean) this.#parts.mean.restore(mean, position.averaged);
    this.over = position.epoch;
    this.step = position.step;
    this.#before = position.meter;
  }
}
