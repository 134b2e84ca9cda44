import type { RunEvent } from '../core/run/event.js';
import type { Course } from './course.js';
import type { EpochMeter } from './epoch-meter.js';
import type { TrainingJob } from './job.js';
import type { SavedTraining } from './saved-training.js';
import type { Stopwatch } from './stopwatch.js';

/** Milliseconds of training that may be lost within an epoch. */
const saveEvery = 120_000;

/** Where the run is when it is looked at. */
interface Place {
  /** Under way. */
  epoch: number;
  course: Course;
  meter: EpochMeter;
}

/** What happens between two steps: people change the run or hold it, and its state is saved. */
export class Interludes {
  readonly #job: TrainingJob;
  readonly #watch: Stopwatch;
  #state?: () => Promise<SavedTraining>;
  #savedAt: number;

  /** @param options.watch of the whole run: a pause is left out of it */
  constructor(
    job: TrainingJob,
    { state, watch }: { state: () => Promise<SavedTraining>; watch: Stopwatch },
  ) {
    this.#job = job;
    this.#state = state;
    this.#watch = watch;
    this.#savedAt = job.now();
  }

  /** To be looked at before each step. */
  async *before(place: Place): AsyncGenerator<RunEvent> {
    const { control, now } = this.#job;
    if (control.hasNews) yield* this.#heed(place);
    else if (now() - this.#savedAt >= saveEvery) yield* this.saveState();
  }

  async *saveState(): AsyncGenerator<RunEvent> {
    if (!this.#state) return;
    const { now } = this.#job;
    const saved = await this.#state();
    await this.#job.saveState(saved);
    const { epoch, step } = saved.position;
    this.#savedAt = now();
    yield { type: 'state-saved', at: now(), epoch, step };
  }

  /** From here on there is nothing to go on from but what was saved last. */
  closeState(): void {
    this.#state = undefined;
  }

  async *#heed(place: Place): AsyncGenerator<RunEvent> {
    const { control, now } = this.#job;
    const { epoch } = place;
    yield* this.#change(place);
    if (!control.isHeld) return;
    const start = now();
    yield* this.saveState();
    yield { type: 'paused', at: now(), epoch, by: control.by };
    while (control.isHeld) {
      await control.untilNews();
      yield* this.#change(place);
    }
    const held = now() - start;
    for (const watch of [this.#watch, place.meter.watch]) watch.leaveOut(held);
    if (!control.signal.aborted) yield { type: 'resumed', at: now(), epoch, by: control.by };
  }

  *#change({ epoch, course }: Place): Generator<RunEvent> {
    const { control, now } = this.#job;
    for (const change of control.takeChanges()) {
      yield { type: 'settings-changed', at: now(), epoch, ...course.change(change, epoch) };
    }
  }
}
