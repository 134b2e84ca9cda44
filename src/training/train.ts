import { evaluatePredictions } from '../core/metrics.js';
import { createRandom, shuffle } from '../core/random.js';
import type { Metrics, RunEvent, RunOutcome, RunRequest } from '../core/run/event.js';
import {
  createEarlyStopping,
  type EarlyStopping,
  hasImproved,
  observeLoss,
  shouldStop,
} from '../core/schedule/early-stopping.js';
import { createReduceOnPlateau, observePlateau } from '../core/schedule/reduce-on-plateau.js';
import type { Split } from '../core/split.js';
import { secondsLeft } from '../core/time-left.js';
import { countPerClass, type Dataset } from '../dataset/dataset.js';
import type { EngineKind, Trainer } from '../engine/engine.js';
import type { Weights } from '../model/weights.js';
import { batchesOf, gatherBatch } from './batches.js';
import { EpochMeter } from './epoch-meter.js';

/** Everything that a run needs; the loop itself knows no file and no clock of its own. */
export interface TrainingJob {
  run: string;
  request: RunRequest;
  engine: EngineKind;
  trainer: Trainer;
  dataset: Dataset;
  split: Split;
  /** Ends the run after the step under way; the best weights are kept. */
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
  memoryBytes: () => number;
  /** Keeps the best weights so far; returns the file's name. */
  saveCheckpoint: (weights: Weights, epoch: number) => Promise<string>;
  /** Keeps the best weights as a model; returns its name. */
  saveModel: (weights: Weights, outcome: Omit<RunOutcome, 'model'>) => Promise<string>;
}

/** Epochs without gain after which the classic recipe stops. */
const patience = 10;
/** Milliseconds between two progress events. */
const progressInterval = 200;
/** Images that are validated between two looks at the clock. */
const validationChunk = 512;

/**
 * Trains by the classic recipe and tells what happens, event by event. The last event is
 * `completed`, `stopped` or `failed`; on each, the weights of the best epoch are saved.
 */
export async function* train(job: TrainingJob): AsyncGenerator<RunEvent> {
  yield* new TrainingLoop(job).events();
}

interface BestEpoch {
  epoch: number;
  weights: Weights;
  train: Metrics;
  validation: Metrics;
}

class TrainingLoop {
  readonly #job: TrainingJob;
  readonly #start: number;
  #epochStart = 0;
  #stopping: EarlyStopping = createEarlyStopping(patience);
  #best?: BestEpoch;
  #epochsEnded = 0;
  #imagesTrained = 0;
  #trainSeconds = 0;
  #validationRate?: number;
  #peakMemory = 0;
  #lastProgress = Number.NEGATIVE_INFINITY;

  constructor(job: TrainingJob) {
    this.#job = job;
    this.#start = job.now();
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
    const order = split.train.slice();
    const random = createRandom(request.settings.seed);
    let plateau = createReduceOnPlateau(request.settings.learningRate);

    for (let epoch = 1; epoch <= request.settings.epochs; epoch++) {
      const { learningRate } = plateau;
      const train = yield* this.#trainEpoch(epoch, shuffle(order, random), learningRate);
      if (signal.aborted) return yield await this.#stopped();
      if (!Number.isFinite(train.loss)) return yield await this.#diverged(epoch);

      const validation = yield* this.#validateEpoch(epoch, train, learningRate);
      if (signal.aborted) return yield await this.#stopped();

      if (shouldStop(this.#stopping)) return yield await this.#completed('early-stopping');
      plateau = observePlateau(plateau, validation.loss);
      if (plateau.learningRate !== learningRate) {
        const change = { from: learningRate, to: plateau.learningRate };
        yield { type: 'learning-rate-changed', at: this.#job.now(), epoch, ...change };
      }
    }
    yield await this.#completed('all-epochs');
  }

  /** One pass over the training samples; ends early when asked to or when the loss is not a number. */
  async *#trainEpoch(
    epoch: number,
    order: Uint32Array,
    learningRate: number,
  ): AsyncGenerator<RunEvent, Metrics> {
    const { trainer, dataset, request, signal, now } = this.#job;
    const { batchSize } = request.settings;
    const steps = Math.ceil(order.length / batchSize);
    this.#epochStart = now();
    yield { type: 'epoch-started', at: now(), epoch, steps, learningRate };
    const meter = new EpochMeter(now);
    let step = 0;
    for (const indices of batchesOf(order, batchSize)) {
      const batch = gatherBatch(dataset, indices);
      meter.add(await trainer.step(batch, learningRate), indices.length);
      step++;
      if (signal.aborted || !Number.isFinite(meter.metrics.loss)) break;
      if (this.#isProgressDue(step === steps)) {
        yield this.#progress(epoch, 'train', step, steps, meter, meter.metrics);
      }
    }
    this.#imagesTrained += meter.images;
    this.#trainSeconds += meter.seconds;
    return meter.metrics;
  }

  /** Scores the held-back samples, keeps the weights where they are the best so far. */
  async *#validateEpoch(
    epoch: number,
    train: Metrics,
    learningRate: number,
  ): AsyncGenerator<RunEvent, Metrics> {
    const { trainer, dataset, split, signal, now } = this.#job;
    const meter = new EpochMeter(now);
    const chunks = [...batchesOf(split.validation, validationChunk)];
    const labels = new Uint8Array(split.validation.length);
    const probabilities = new Float32Array(labels.length * 10);
    for (const [index, indices] of chunks.entries()) {
      const batch = gatherBatch(dataset, indices);
      labels.set(batch.labels, index * validationChunk);
      probabilities.set(await trainer.classify(batch.images), index * validationChunk * 10);
      meter.images += indices.length;
      if (signal.aborted) return train;
      if (this.#isProgressDue(false)) {
        yield this.#progress(epoch, 'validation', index + 1, chunks.length, meter, train);
      }
    }
    this.#validationRate = meter.rate > 0 ? meter.rate : this.#validationRate;
    const { loss, accuracy, perClass } = evaluatePredictions(labels, probabilities);
    const validation = { loss, accuracy };

    this.#epochsEnded = epoch;
    this.#stopping = observeLoss(this.#stopping, epoch, loss);
    const improved = hasImproved(this.#stopping);
    yield {
      type: 'epoch-ended',
      at: now(),
      epoch,
      train,
      validation,
      validationPerClass: perClass.map((score) => score.recall),
      learningRate,
      seconds: (now() - this.#epochStart) / 1000,
      imagesPerSecond: this.#imagesPerSecond,
      improved,
    };
    if (improved) yield await this.#keep({ epoch, train, validation });
    return validation;
  }

  async #keep(best: Omit<BestEpoch, 'weights'>): Promise<RunEvent> {
    const weights = await this.#job.trainer.readWeights();
    this.#best = { ...best, weights };
    const file = await this.#job.saveCheckpoint(weights, best.epoch);
    return { type: 'checkpoint-saved', at: this.#job.now(), epoch: best.epoch, file };
  }

  #isProgressDue(last: boolean): boolean {
    const now = this.#job.now();
    if (!last && now - this.#lastProgress < progressInterval) return false;
    this.#lastProgress = now;
    return true;
  }

  #progress(
    epoch: number,
    phase: 'train' | 'validation',
    step: number,
    steps: number,
    meter: EpochMeter,
    metrics: Metrics,
  ): RunEvent {
    const { split, request, now, memoryBytes } = this.#job;
    const later = request.settings.epochs - epoch;
    const trained = phase === 'train' ? meter.images : split.train.length;
    const validated = phase === 'train' ? 0 : meter.images;
    const trainRate = phase === 'train' ? meter.rate : this.#imagesPerSecond;
    const memory = memoryBytes();
    this.#peakMemory = Math.max(this.#peakMemory, memory);
    return {
      type: 'progress',
      at: now(),
      epoch,
      phase,
      step,
      steps,
      ...metrics,
      imagesPerSecond: meter.rate,
      secondsLeft: secondsLeft({
        trainImages: split.train.length * (later + 1) - trained,
        validationImages: split.validation.length * (later + 1) - validated,
        trainRate,
        validationRate: this.#validationRate,
      }),
      memoryBytes: memory,
    };
  }

  get #imagesPerSecond(): number {
    return this.#trainSeconds > 0 ? this.#imagesTrained / this.#trainSeconds : Number.NaN;
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
      ? `the weights of epoch ${this.#best?.epoch} are saved as ${model}`
      : 'no epoch was finished, so nothing is saved';
    return {
      type: 'failed',
      at: this.#job.now(),
      run: this.#job.run,
      reason: `the loss is no longer a number in epoch ${epoch}, ${kept}`,
      remedy: 'lower the learning rate',
    };
  }

  async #save(): Promise<RunOutcome> {
    const none: Metrics = { loss: Number.NaN, accuracy: Number.NaN };
    const outcome = {
      run: this.#job.run,
      epochs: this.#epochsEnded,
      bestEpoch: this.#best?.epoch ?? 0,
      seconds: (this.#job.now() - this.#start) / 1000,
      train: this.#best?.train ?? none,
      validation: this.#best?.validation ?? none,
      imagesPerSecond: this.#imagesPerSecond,
      peakMemoryBytes: Math.max(this.#peakMemory, this.#job.memoryBytes()),
    };
    const model = this.#best ? await this.#job.saveModel(this.#best.weights, outcome) : null;
    return { ...outcome, model };
  }
}
