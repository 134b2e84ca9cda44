import type { Metrics, RunEventOf } from '../core/run/event.js';
import { secondsLeft } from '../core/time-left.js';
import type { EpochMeter } from './epoch-meter.js';
import type { TrainingJob } from './job.js';
import type { TrainingPosition } from './saved-training.js';

/** Milliseconds between two progress events. */
const progressInterval = 200;

/** Where a run stands within an epoch. */
interface Position {
  epoch: number;
  phase: 'train' | 'validation';
  step: number;
  steps: number;
}

/** How fast a run goes, how much is left of it, and what memory it took. */
export class Pace {
  readonly #job: TrainingJob;
  #trainImages = 0;
  #trainSeconds = 0;
  #validationRate?: number;
  #peakMemory = 0;
  #lastProgress = Number.NEGATIVE_INFINITY;
  /** Of the whole run. */
  epochs: number;

  constructor(job: TrainingJob) {
    this.#job = job;
    this.epochs = job.request.settings.epochs;
  }

  /** What a run that goes on later needs to know of it. */
  get totals(): TrainingPosition['pace'] {
    return {
      trainImages: this.#trainImages,
      trainSeconds: this.#trainSeconds,
      validationRate: this.#validationRate,
    };
  }

  restore({ trainImages, trainSeconds, validationRate }: TrainingPosition['pace']): void {
    this.#trainImages = trainImages;
    this.#trainSeconds = trainSeconds;
    this.#validationRate = validationRate;
  }

  addTraining({ images, seconds }: EpochMeter): void {
    this.#trainImages += images;
    this.#trainSeconds += seconds;
  }

  addValidation({ rate }: EpochMeter): void {
    if (rate > 0) this.#validationRate = rate;
  }

  /** Training images a second over all epochs that have ended; NaN before the first. */
  get imagesPerSecond(): number {
    return this.#trainSeconds > 0 ? this.#trainImages / this.#trainSeconds : Number.NaN;
  }

  get peakMemoryBytes(): number {
    this.#noteMemory();
    return this.#peakMemory;
  }

  /** True a few times a second, and always for the last step of an epoch. */
  isProgressDue({ phase, step, steps }: Position): boolean {
    const now = this.#job.now();
    const isLast = phase === 'train' && step === steps;
    if (!isLast && now - this.#lastProgress < progressInterval) return false;
    this.#lastProgress = now;
    return true;
  }

  progress(position: Position, meter: EpochMeter, metrics: Metrics): RunEventOf<'progress'> {
    return {
      type: 'progress',
      at: this.#job.now(),
      ...position,
      ...metrics,
      imagesPerSecond: meter.rate,
      secondsLeft: this.#secondsLeft(position, meter),
      memoryBytes: this.#noteMemory(),
    };
  }

  #secondsLeft({ epoch, phase }: Position, meter: EpochMeter): number {
    const { split } = this.#job;
    const epochsLeft = Math.max(0, this.epochs - epoch) + 1;
    const isTraining = phase === 'train';
    return secondsLeft({
      trainImages:
        split.train.length * epochsLeft - (isTraining ? meter.images : split.train.length),
      validationImages: split.validation.length * epochsLeft - (isTraining ? 0 : meter.images),
      trainRate: isTraining ? meter.rate : this.imagesPerSecond,
      validationRate: this.#validationRate,
    });
  }

  #noteMemory(): number {
    const memory = this.#job.memoryBytes();
    this.#peakMemory = Math.max(this.#peakMemory, memory);
    return memory;
  }
}
