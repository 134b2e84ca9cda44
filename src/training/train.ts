import type { Evaluation } from '../core/metrics.js';
import { createRandom, shuffle } from '../core/random.js';
import type { Metrics, RunEvent } from '../core/run/event.js';
import { observeEpoch } from '../core/schedule/schedule.js';
import { countPerClass } from '../dataset/dataset.js';
import { type Batch, noDigit } from '../engine/engine.js';
import type { BatchSource } from './batches.js';
import { BestWeights } from './best-weights.js';
import { Course } from './course.js';
import { Endings } from './endings.js';
import { EpochMeter } from './epoch-meter.js';
import { Interludes } from './interludes.js';
import type { TrainingJob } from './job.js';
import { Pace } from './pace.js';
import { Standing } from './standing.js';
import { Stopwatch } from './stopwatch.js';
import { validate } from './validate.js';
import { WeightMean } from './weight-mean.js';

/**
 * Trains by the recipe that was asked for and tells what happens, event by event. The last event is
 * `completed`, `stopped` or `failed`; on each, the best weights are saved, unless it is stopped at once.
 */
export async function* train(job: TrainingJob): AsyncGenerator<RunEvent> {
  const loop = new TrainingLoop(job);
  try {
    yield* loop.events();
  } finally {
    await loop.close();
  }
}

class TrainingLoop {
  readonly #job: TrainingJob;
  readonly #stepsPerEpoch: number;
  readonly #batches: BatchSource;
  readonly #course: Course;
  readonly #pace: Pace;
  readonly #best: BestWeights;
  readonly #mean = new WeightMean();
  readonly #watch: Stopwatch;
  readonly #interludes: Interludes;
  readonly #standing: Standing;
  readonly #endings: Endings;

  constructor(job: TrainingJob) {
    const { settings } = job.request;
    const stepsPerEpoch = Math.ceil(job.split.train.length / settings.batchSize);
    this.#job = job;
    this.#stepsPerEpoch = stepsPerEpoch;
    this.#batches = job.recipe.batches(job.dataset, { seed: settings.seed });
    this.#course = new Course(settings, {
      schedule: job.recipe.schedule(settings, { stepsPerEpoch }),
      stepsPerEpoch,
    });
    this.#best = new BestWeights(job);
    this.#pace = new Pace(job);
    this.#watch = new Stopwatch(job.now, job.resume?.saved.position.seconds);
    this.#standing = new Standing(job, {
      course: this.#course,
      best: this.#best,
      pace: this.#pace,
      mean: this.#mean,
      watch: this.#watch,
    });
    this.#endings = new Endings(job, {
      best: this.#best,
      pace: this.#pace,
      standing: this.#standing,
      watch: this.#watch,
    });
    this.#interludes = new Interludes(job, {
      state: () => this.#standing.save(),
      watch: this.#watch,
    });
  }

  async close(): Promise<void> {
    await this.#batches.close();
  }

  async *events(): AsyncGenerator<RunEvent> {
    const { request, split, control } = this.#job;
    yield* this.#begin();
    const order = split.train.slice();
    const random = createRandom(request.settings.seed);
    // A run that goes on has shuffled for the epochs that are over.
    for (let over = 0; over < this.#standing.over; over++) shuffle(order, random);
    while (this.#standing.over < this.#course.epochs && !this.#best.isOverdue) {
      const epoch = this.#standing.over + 1;
      const evaluation = yield* this.#runEpoch(epoch, shuffle(order, random));
      if (control.signal.aborted) return yield* this.#stopped();
      if (!evaluation) return yield await this.#endings.diverged(epoch);
    }
    if (this.#best.isOverdue) return yield await this.#endings.completed('early-stopping');
    if (this.#mean.count > 1) yield* this.#tryMean(order);
    if (control.signal.aborted) return yield* this.#stopped();
    yield await this.#endings.completed('all-epochs');
  }

  async *#stopped(): AsyncGenerator<RunEvent> {
    yield* this.#interludes.saveState();
    yield await this.#endings.stopped();
  }

  async *#begin(): AsyncGenerator<RunEvent> {
    const { run, request, engine, dataset, split, now, resume } = this.#job;
    if (resume) {
      await this.#standing.restore(resume.saved);
      const { epoch, step } = resume.saved.position;
      yield { type: 'resumed', at: now(), epoch: epoch + 1, by: resume.by, from: { epoch, step } };
      return;
    }
    yield {
      type: 'started',
      at: now(),
      run,
      request,
      engine,
      trainSamples: split.train.length,
      validationSamples: split.validation.length,
      perClass: countPerClass(dataset.labels),
    };
  }

  /** @returns how the epoch was validated; undefined where it was broken off or has diverged */
  async *#runEpoch(
    epoch: number,
    order: Uint32Array,
  ): AsyncGenerator<RunEvent, Evaluation | undefined> {
    const { now, trainer, recipe, control } = this.#job;
    const learningRate = this.#course.rate;
    yield { type: 'epoch-started', at: now(), epoch, steps: this.#stepsPerEpoch, learningRate };
    const meter = new EpochMeter(now, this.#standing.takeMeterTotals());
    const train = yield* this.#trainOn(order, { epoch, meter, rate: () => this.#course.rate });
    if (control.signal.aborted || !Number.isFinite(train.loss)) return undefined;
    const evaluation = yield* this.#validate(epoch, train);
    if (!evaluation) return undefined;

    const validation = { loss: evaluation.loss, accuracy: evaluation.accuracy };
    const improved = this.#best.observe(epoch, validation.loss);
    yield {
      type: 'epoch-ended',
      at: now(),
      epoch,
      train,
      validation,
      validationPerClass: evaluation.perClass.map((score) => score.recall),
      learningRate,
      // Validation is counted too: the meter's time goes on.
      seconds: meter.seconds,
      imagesPerSecond: this.#pace.imagesPerSecond,
      improved,
    };
    const weights = await trainer.readWeights();
    const file = await this.#job.keepEpoch(weights, epoch);
    yield { type: 'weights-kept', at: now(), epoch, file };
    if (epoch > this.#course.epochs * (1 - recipe.averaged)) this.#mean.add(weights);
    if (improved) yield await this.#best.keep({ epoch, weights, train, validation });
    this.#standing.endEpoch(epoch);
    if (!this.#best.isOverdue) yield* this.#observe(epoch, validation.loss);
    yield* this.#interludes.saveState();
    return evaluation;
  }

  /** One pass over the training samples; ends early when asked to or when the loss is not a number. */
  async *#trainOn(
    order: Uint32Array,
    { epoch, meter, rate }: { epoch: number; meter: EpochMeter; rate: () => number },
  ): AsyncGenerator<RunEvent, Metrics> {
    const { trainer, control } = this.#job;
    const { batchSize } = this.#course.settings;
    const position = { epoch, phase: 'train', steps: this.#stepsPerEpoch } as const;
    const from = this.#standing.step;
    this.#standing.measureBy(meter);
    for await (const batch of this.#batches.epoch(order, { epoch, batchSize, from })) {
      yield* this.#interludes.before({ epoch, course: this.#course, meter });
      if (control.signal.aborted) break;
      this.#pace.epochs = this.#course.epochs;
      meter.add(await trainer.step(batch, rate()), countDigits(batch));
      this.#course.steps++;
      this.#standing.step++;
      if (control.signal.aborted || !Number.isFinite(meter.metrics.loss)) break;
      const here = { ...position, step: this.#standing.step };
      if (this.#pace.isProgressDue(here)) yield this.#pace.progress(here, meter, meter.metrics);
    }
    this.#pace.addTraining(meter);
    return meter.metrics;
  }

  async *#validate(
    epoch: number,
    train: Metrics,
  ): AsyncGenerator<RunEvent, Evaluation | undefined> {
    const meter = new EpochMeter(this.#job.now);
    const chunks = validate(this.#job, meter);
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) {
        this.#pace.addValidation(meter);
        return value;
      }
      const here = { epoch, phase: 'validation', ...value } as const;
      if (this.#pace.isProgressDue(here)) yield this.#pace.progress(here, meter, train);
    }
  }

  /**
   * Scores the mean of the last weights. What batch normalisation knows of the data belongs to the
   * weights that it was seen through, so the mean sees one epoch at learning rate zero first
   * (Izmailov et al., "Averaging Weights Leads to Wider Optima", 2018, section 3.2).
   */
  async *#tryMean(order: Uint32Array): AsyncGenerator<RunEvent> {
    const { trainer, now, control } = this.#job;
    const { epochs } = this.#course;
    // From here on the weights are not those that training would go on with.
    this.#interludes.closeState();
    await trainer.writeWeights(this.#mean.weights);
    const meter = new EpochMeter(now);
    const train = yield* this.#trainOn(order, { epoch: epochs, meter, rate: () => 0 });
    if (control.signal.aborted) return;
    const evaluation = yield* this.#validate(epochs, train);
    if (!evaluation) return;
    const validation = { loss: evaluation.loss, accuracy: evaluation.accuracy };
    const improved = this.#best.observe(epochs, validation.loss);
    const { count } = this.#mean;
    yield { type: 'weights-averaged', at: now(), epochs: count, validation, improved };
    if (!improved) return;
    const weights = await trainer.readWeights();
    yield await this.#best.keep({ epoch: epochs, weights, train, validation });
  }

  *#observe(epoch: number, loss: number): Generator<RunEvent> {
    // A person may have changed it within the epoch.
    const from = this.#course.rate;
    this.#course.schedule = observeEpoch(this.#course.schedule, loss);
    if (this.#job.recipe.ratePer !== 'epoch') return;
    const to = this.#course.rate;
    if (to !== from) {
      yield { type: 'learning-rate-changed', at: this.#job.now(), epoch, from, to };
    }
  }
}

/** The images that metrics are of. */
function countDigits({ labels }: Batch): number {
  return labels.reduce((count, label) => (label === noDigit ? count : count + 1), 0);
}
