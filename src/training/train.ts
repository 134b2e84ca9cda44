import type { Evaluation } from '../core/metrics.js';
import { createRandom, shuffle } from '../core/random.js';
import type { Metrics, RunEvent, RunOutcome } from '../core/run/event.js';
import { observeEpoch } from '../core/schedule/schedule.js';
import { countPerClass } from '../dataset/dataset.js';
import { type Batch, noDigit } from '../engine/engine.js';
import type { BatchSource } from './batches.js';
import { BestWeights } from './best-weights.js';
import type { Ending } from './control.js';
import { Course } from './course.js';
import { EpochMeter } from './epoch-meter.js';
import { Interludes } from './interludes.js';
import type { TrainingJob } from './job.js';
import { Pace } from './pace.js';
import type { MeterTotals, SavedTraining } from './saved-training.js';
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
  /** Epochs that are over. */
  #over = 0;
  /** Steps made of the next one, and what they add up to. */
  #step = 0;
  #meter?: EpochMeter;
  /** Of an epoch that was under way when the run was saved. */
  #before?: MeterTotals;

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
    this.#interludes = new Interludes(job, { state: () => this.#state(), watch: this.#watch });
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
    for (let over = 0; over < this.#over; over++) shuffle(order, random);
    while (this.#over < this.#course.epochs && !this.#best.isOverdue) {
      const epoch = this.#over + 1;
      const evaluation = yield* this.#runEpoch(epoch, shuffle(order, random));
      if (control.signal.aborted) return yield* this.#stopped();
      if (!evaluation) return yield await this.#diverged(epoch);
    }
    if (this.#best.isOverdue) return yield await this.#completed('early-stopping');
    if (this.#mean.count > 1) yield* this.#tryMean(order);
    if (control.signal.aborted) return yield* this.#stopped();
    yield await this.#completed('all-epochs');
  }

  async *#begin(): AsyncGenerator<RunEvent> {
    const { run, request, engine, dataset, split, now, resume } = this.#job;
    if (resume) {
      await this.#restore(resume.saved);
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
    const meter = new EpochMeter(now, this.#before);
    this.#before = undefined;
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
    this.#over = epoch;
    this.#step = 0;
    this.#meter = undefined;
    if (!this.#best.isOverdue) yield* this.#observe(epoch, { validation, learningRate });
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
    const from = this.#step;
    this.#meter = meter;
    for await (const batch of this.#batches.epoch(order, { epoch, batchSize, from })) {
      yield* this.#interludes.before({ epoch, course: this.#course, meter });
      if (control.signal.aborted) break;
      this.#pace.epochs = this.#course.epochs;
      meter.add(await trainer.step(batch, rate()), countDigits(batch));
      this.#course.steps++;
      this.#step++;
      if (control.signal.aborted || !Number.isFinite(meter.metrics.loss)) break;
      const here = { ...position, step: this.#step };
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

  *#observe(
    epoch: number,
    { validation, learningRate: from }: { validation: Metrics; learningRate: number },
  ): Generator<RunEvent> {
    this.#course.schedule = observeEpoch(this.#course.schedule, validation.loss);
    if (this.#job.recipe.ratePer !== 'epoch') return;
    const to = this.#course.rate;
    if (to !== from) {
      yield { type: 'learning-rate-changed', at: this.#job.now(), epoch, from, to };
    }
  }

  async *#stopped(): AsyncGenerator<RunEvent> {
    yield* this.#interludes.saveState();
    const { how, by } = this.#job.control.ending ?? { how: 'save' };
    yield { type: 'stopped', at: this.#job.now(), by, ...(await this.#end(how)) };
  }

  async #completed(reason: 'all-epochs' | 'early-stopping'): Promise<RunEvent> {
    const outcome = await this.#end('save');
    return { type: 'completed', at: this.#job.now(), reason, ...outcome };
  }

  async #diverged(epoch: number): Promise<RunEvent> {
    const { model } = await this.#end('save');
    const kept = model
      ? `the weights of epoch ${this.#best.epoch} are saved as ${model}`
      : 'no epoch was finished, so nothing is saved';
    return {
      type: 'failed',
      at: this.#job.now(),
      run: this.#job.run,
      reason: `the loss is no longer a number in epoch ${epoch}, ${kept}`,
      remedy: 'lower the learning rate',
    };
  }

  #end(how: Ending['how']): Promise<RunOutcome> {
    return this.#best.end(how, {
      epochs: this.#over,
      seconds: this.#watch.seconds,
      imagesPerSecond: this.#pace.imagesPerSecond,
      peakMemoryBytes: this.#pace.peakMemoryBytes,
    });
  }

  /** What a run that goes on later needs. */
  async #state(): Promise<SavedTraining> {
    const { trainer } = this.#job;
    const { settings, schedule, steps } = this.#course;
    const { weights: best, ...seen } = this.#best.saved;
    const { count } = this.#mean;
    return {
      position: {
        epoch: this.#over,
        step: this.#step,
        steps,
        settings,
        schedule,
        ...seen,
        averaged: count,
        meter: this.#meter?.totals,
        pace: this.#pace.totals,
        seconds: this.#watch.seconds,
      },
      weights: await trainer.readWeights(),
      optimiser: await trainer.readOptimiser(),
      best,
      mean: count > 0 ? this.#mean.weights : undefined,
    };
  }

  async #restore(saved: SavedTraining): Promise<void> {
    const { position, weights, optimiser, mean } = saved;
    await this.#job.trainer.writeWeights(weights);
    await this.#job.trainer.writeOptimiser(optimiser);
    this.#course.restore(position);
    this.#best.restore(saved);
    this.#pace.restore(position.pace);
    if (mean) this.#mean.restore(mean, position.averaged);
    this.#over = position.epoch;
    this.#step = position.step;
    this.#before = position.meter;
  }
}

/** The images that metrics are of. */
function countDigits({ labels }: Batch): number {
  return labels.reduce((count, label) => (label === noDigit ? count : count + 1), 0);
}
