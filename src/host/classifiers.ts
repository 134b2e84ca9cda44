import { temper } from '../core/analysis/temperature.js';
import type { Classifier, Engine } from '../engine/engine.js';
import type { Engines } from './engines.js';
import type { EngineChoice, WeightsRef } from './protocol.js';
import { type FoundWeights, findWeights } from './weights-origin.js';
import type { Workspace } from './workspace.js';

/** Weights that are ready to answer. */
export interface OpenWeights extends Omit<FoundWeights, 'weights'> {
  classifier: Classifier;
  engine: Engine;
}

/** What a classifier is made of. */
type Readable = Pick<FoundWeights, 'network' | 'weights'>;

interface Entry {
  opening: Promise<{ classifier: Classifier; engine: Engine }>;
  users: number;
}

/** Classifiers that stay open besides those in use: a person goes back and forth between a few. */
const keptOpen = 6;

/** The classifiers of this host, by what their weights are and the engine. */
export class Classifiers {
  readonly #workspace: Workspace;
  readonly #engines: Engines;
  /** The one that was used last is the last. */
  readonly #entries = new Map<string, Entry>();

  constructor(workspace: Workspace, engines: Engines) {
    this.#workspace = workspace;
    this.#engines = engines;
  }

  /**
   * Lets the weights that are meant do some work.
   *
   * @throws Problem where they are not there or are damaged; what the work throws
   */
  async use<Answer>(
    { weights: ref, engine: choice }: { weights: WeightsRef; engine?: EngineChoice },
    work: (open: OpenWeights) => Promise<Answer>,
  ): Promise<Answer> {
    return this.withFound(await findWeights(this.#workspace, ref), { engine: choice }, work);
  }

  /** The same with weights that have been found already. */
  async withFound<Answer>(
    { weights, ...found }: FoundWeights,
    { engine: choice }: { engine?: EngineChoice },
    work: (open: OpenWeights) => Promise<Answer>,
  ): Promise<Answer> {
    const key = `${choice ?? 'default'} ${found.key}`;
    const entry =
      this.#entries.get(key) ?? this.#enter(key, { network: found.network, weights }, choice);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.users++;
    try {
      const { engine, classifier } = await entry.opening;
      return await work({ ...found, engine, classifier: tempered(classifier, found.temperature) });
    } finally {
      entry.users--;
      await this.#closeOld();
    }
  }

  /** One that cannot be opened is forgotten: the next one who asks tries again. */
  #enter(key: string, found: Readable, choice: EngineChoice | undefined): Entry {
    const entry = { opening: this.#open(found, choice), users: 0 };
    entry.opening.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry;
  }

  async #open({ network, weights }: Readable, choice: EngineChoice | undefined) {
    const engine = await this.#engines.get(choice);
    return { engine, classifier: await engine.createClassifier(network, weights) };
  }

  async #closeOld(): Promise<void> {
    const idle = [...this.#entries].filter(([, { users }]) => users === 0);
    const old = idle.slice(0, Math.max(0, idle.length - keptOpen));
    // All are out of reach before the first is waited for: nobody takes one up meanwhile.
    for (const [key] of old) this.#entries.delete(key);
    for (const [, { opening }] of old) (await opening).classifier.dispose();
  }
}

/** A classifier whose probabilities are those of tempered logits: the one place where they become so. */
function tempered(classifier: Classifier, temperature: number): Classifier {
  if (temperature === 1) return classifier;
  return {
    classify: async (images) => temper(await classifier.classify(images), temperature),
    convolutions: (image) => classifier.convolutions(image),
    dispose: () => classifier.dispose(),
  };
}
