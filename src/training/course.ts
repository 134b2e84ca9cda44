import type { RunEventOf } from '../core/run/event.js';
import { rateAt, type Schedule, withEnd, withRate } from '../core/schedule/schedule.js';
import type { TrainingSettings } from '../core/settings.js';
import type { Change } from './control.js';
import type { TrainingPosition } from './saved-training.js';

/** What has become different, as the log says it. */
export type Changed = Pick<RunEventOf<'settings-changed'>, 'by' | 'learningRate' | 'epochs'>;

/** Where a run is heading: its settings and schedule, which people may change on the way. */
export class Course {
  settings: TrainingSettings;
  schedule: Schedule;
  /** Steps made. */
  steps = 0;
  readonly #stepsPerEpoch: number;

  constructor(
    settings: TrainingSettings,
    { schedule, stepsPerEpoch }: { schedule: Schedule; stepsPerEpoch: number },
  ) {
    this.settings = settings;
    this.schedule = schedule;
    this.#stepsPerEpoch = stepsPerEpoch;
  }

  restore({ settings, schedule, steps }: TrainingPosition): void {
    this.settings = settings;
    this.schedule = schedule;
    this.steps = steps;
  }

  /** Epochs of the whole run. */
  get epochs(): number {
    return this.settings.epochs;
  }

  /** The learning rate of the next step. */
  get rate(): number {
    return rateAt(this.schedule, this.steps);
  }

  /**
   * Changes what is ahead.
   *
   * @param epoch that is under way: the last one, where fewer are asked for
   */
  change({ learningRate, epochs, by }: Change, epoch: number): Changed {
    const changed: Changed = { by };
    if (epochs !== undefined) {
      const to = Math.max(epoch, epochs);
      changed.epochs = { from: this.epochs, to };
      this.settings = { ...this.settings, epochs: to };
      this.schedule = withEnd(this.schedule, this.steps, to * this.#stepsPerEpoch);
    }
    if (learningRate !== undefined) {
      changed.learningRate = { from: this.rate, to: learningRate };
      this.schedule = withRate(this.schedule, this.steps, learningRate);
    }
    return changed;
  }
}
