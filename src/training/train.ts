import type { Evaluation } from '../core/metrics.js';
import { createRandom, shuffle } from '../core/random.js';
import type { Metrics, RunEvent, RunOutcome } from '../core/run/event.js';
import { countPerClass } from '../dataset/dataset.js';
import type { BatchSource } from './batches.js';
import { BestWeights } from './best-weights.js';
import { EpochMeter } from './epoch-meter.js';
import type { TrainingJob } from './job.js';
import { Pace } from './pace.js';
import type { Schedule } from './recipe.js';
import { validate } from './validate.js';
import { WeightMean } from './weight-mean.js';

/**
 * Trains by the recipe that was asked for and tells what happens, event by event. The last event is
 * `completed`, `stopped` or `failed`; on each, the best weights are saved.
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
  readonly #batches: BatchSource;
  readonly #schedule: Schedule;
  readonly #pace: Pace;
  readonly #best: BestWeights;
  readonly #mean = new WeightMean();
  readonly #start: number;
  #epochsEnded = 0;
  #steps = 0;

  constructor(job: TrainingJob) {
    const { settings } = job.request;
    this.#job = job;
    this.#batches = job.recipe.batches(job.dataset, { seed: settings.seed });
    this.#schedule = job.recipe.schedule(settings, { stepsPerEpoch: this.#stepsPerEpoch });
    this.#best = new BestWeights(job);
    this.#pace = new Pace(job);
    this.#start = job.now();
  }

  async close(): Promise<void> {
    await this.#batches.close();
  }

  async *events(): AsyncGenerator<RunEvent> {
    const { run, request, engine, dataset, split, signal } = this.#job;
    yield {
      type: 'started',
      at: this.#start,
      run,
      request,
      engine,
      trainSamples: split.train.length,
      validationSamples: split.validation.length,
      perClass: countPerClass(dataset.labels),
    };
    const { epochs, seed } = request.settings;
    const order = split.train.slice();
    const random = createRandom(seed);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const learningRate = this.#schedule.rate(this.#steps);
      const validation = yield* this.#runEpoch(epoch, shuffle(order, random));
      if (signal.aborted) return yield await this.#stopped();
      if (!validation) return yield await this.#diverged(epoch);

      if (this.#best.isOverdue) return yield await this.#completed('early-stopping');
      this.#schedule.observe(validation.loss);
      yield* this.#tellPlateau(epoch, learningRate);
    }
    if (this.#mean.count > 1) yield* this.#tryMean(epochs, order);
    if (signal.aborted) return yield await this.#stopped();
    yield await this.#completed('all-epochs');
  }

  /** @returns how the epoch was validated; undefined where it was broken off or has diverged */
  async *#runEpoch(
    epoch: number,
    order: Uint32Array,
  ): AsyncGenerator<RunEvent, Metrics | undefined> {
    const { now, trainer, request, recipe, signal } = this.#job;
    const start = now();
    const learningRate = this.#schedule.rate(this.#steps);
    yield { type: 'epoch-started', at: start, epoch, steps: this.#stepsPerEpoch, learningRate };
    const train = yield* this.#trainOn(order, epoch, (step) => this.#schedule.rate(step));
    if (signal.aborted || !Number.isFinite(train.loss)) return undefined;
    const evaluation = yield* this.#validate(epoch, train);
    if (!evaluation) return undefined;

    const validation = { loss: evaluation.loss, accuracy: evaluation.accuracy };
    this.#epochsEnded = epoch;
    const improved = this.#best.observe(epoch, validation.loss);
    yield {
      type: 'epoch-ended',
      at: now(),
      epoch,
      train,
      validation,
      validationPerClass: evaluation.perClass.map((score) => score.recall),
      learningRate,
      seconds: (now() - start) / 1000,
      imagesPerSecond: this.#pace.imagesPerSecond,
      improved,
    };
    const weights = await trainer.readWeights();
    const file = await this.#job.keepEpoch(weights, epoch);
    yield { type: 'weights-kept', at: now(), epoch, file };
    const isAveraged = epoch > request.settings.epochs * (1 - recipe.averaged);
    if (isAveraged) this.#mean.add(weights);
    if (improved) yield await this.#best.keep({ epoch, weights, train, validation });
    return validation;
  }

  /** One pass over the training samples; ends early when asked to or when the loss is not a number. */
  async *#trainOn(
    order: Uint32Array,
    epoch: number,
    rate: (step: number) => number,
  ): AsyncGenerator<RunEvent, Metrics> {
    const { trainer, request, signal, now } = this.#job;
    const { batchSize } = request.settings;
    const meter = new EpochMeter(now);
    const position = { epoch, phase: 'train', step: 0, steps: this.#stepsPerEpoch } as const;
    let step = 0;
    for await (const batch of this.#batches.epoch(order, { epoch, batchSize })) {
      meter.add(await trainer.step(batch, rate(this.#steps)), batch.labels.length);
      this.#steps++;
      step++;
      if (signal.aborted || !Number.isFinite(meter.metrics.loss)) break;
      const here = { ...position, step };
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
  async *#tryMean(epochs: number, order: Uint32Array): AsyncGenerator<RunEvent> {
    const { trainer, now, signal } = this.#job;
    await trainer.writeWeights(this.#mean.weights);
    const train = yield* this.#trainOn(order, epochs, () => 0);
    if (signal.aborted) return;
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

  *#tellPlateau(epoch: number, from: number): Generator<RunEvent> {
    if (this.#job.recipe.ratePer !== 'epoch') return;
    const to = this.#schedule.rate(this.#steps);
    if (to !== from) {
      yield { type: 'learning-rate-changed', at: this.#job.now(), epoch, from, to };
    }
  }

  async #completed(reason: 'all-epochs' | 'early-stopping'): Promise<RunEvent> {
    return { type: 'completed', at: this.#job.now(), reason, ...(await this.#save()) };
  }

  async #stopped(): Promise<RunEvent> {
    return { type: 'stopped', at: this.#job.now(), ...(await this.#save()) };
  }

  async #diverged(epoch: number): Promise<RunEvent> {
    const { model } = await this.#save();
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

  #save(): Promise<RunOutcome> {
    return this.#best.save({
      epochs: this.#epochsEnded,
      seconds: (this.#job.now() - this.#start) / 1000,
      imagesPerSecond: this.#pace.imagesPerSecond,
      peakMemoryBytes: this.#pace.peakMemoryBytes,
    });
  }

  get #stepsPerEpoch(): number {
    const { split, request } = this.#job;
    return Math.ceil(split.train.length / request.settings.batchSize);
  }
}
