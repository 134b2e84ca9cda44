import { join } from 'node:path';
import { evaluatePredictions } from '../../core/metrics.js';
import { Problem } from '../../core/problem.js';
import type { Classifier } from '../../engine/engine.js';
import type { Engines } from '../engines.js';
import { KeptWeights } from '../kept-weights.js';
import type { EngineChoice, EpochScore, TracePoint } from '../protocol.js';
import { classifySet } from './classify-set.js';
import type { SampleSet } from './sample-sets.js';

/** The weights of a run after each epoch that it has kept, one after the other. */
export class LookBack {
  readonly #run: string;
  readonly #engines: Engines;
  readonly #engine: EngineChoice | undefined;

  constructor(
    engines: Engines,
    { runs, run, engine }: { runs: string; run: string; engine?: EngineChoice },
  ) {
    this.#run = join(runs, run);
    this.#engines = engines;
    this.#engine = engine;
  }

  /** One image, epoch by epoch. @param image 784 bytes */
  async *trace(image: Uint8Array, signal: AbortSignal): AsyncGenerator<Step<TracePoint>> {
    yield* this.#each(signal, async (classifier) => ({
      probabilities: Array.from(await classifier.classify(image)),
    }));
  }

  /** Labelled samples, epoch by epoch. */
  async *scores(
    { images, labels }: SampleSet,
    signal: AbortSignal,
  ): AsyncGenerator<Step<EpochScore>> {
    yield* this.#each(signal, async (classifier) =>
      evaluatePredictions(labels, await classifySet(classifier, images, { signal })),
    );
  }

  async *#each<Answer>(
    signal: AbortSignal,
    work: (classifier: Classifier) => Promise<Answer>,
  ): AsyncGenerator<Step<Answer & { epoch: number }>> {
    const kept = await KeptWeights.of(this.#run);
    const epochs = await kept.epochs();
    if (epochs.length === 0) {
      throw new Problem('this run has kept no weights of its epochs', {
        remedy: 'choose another run, or train one anew',
      });
    }
    const engine = await this.#engines.get(this.#engine);
    for (const [place, epoch] of epochs.entries()) {
      signal.throwIfAborted();
      const { weights } = await kept.read(epoch);
      const classifier = await engine.createClassifier(kept.network, weights);
      try {
        const answer = await work(classifier);
        yield { done: place + 1, total: epochs.length, answer: { ...answer, epoch } };
      } finally {
        classifier.dispose();
      }
    }
  }
}

/** What one epoch's weights answer, and how many of them have. */
interface Step<Answer> {
  done: number;
  total: number;
  answer: Answer;
}
