import type { NearestAnswer, Sample, WeightsRef } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import { type Previews, previewsOf, type ShownPreview } from '../recognition-previews.js';
import { decodeExplanation, type Explanation } from './explanation.js';
import { Latest } from './latest.js';

/** Training samples that are shown beside one. */
const neighbours = 5;

export interface SampleFactsOptions {
  connection: HostConnection;
  /** Whose answers are looked at. */
  weights: () => WeightsRef | undefined;
  /** A sample that is here, by its index. */
  sample: (index: number) => Sample | undefined;
}

/** What can be found out about one sample: what it was made of, what is like it, and why the answer is what it is. */
export class SampleFacts {
  readonly nearest: Latest<NearestAnswer>;
  readonly explanation: Latest<Explanation>;
  readonly file: Latest<ShownPreview>;
  readonly #options: SampleFactsOptions;
  readonly #previews: Previews;

  constructor(options: SampleFactsOptions) {
    this.#options = options;
    this.#previews = previewsOf(() => options.connection.client());
    this.nearest = new Latest(async (index, onProgress) => {
      const { client, weights, pixels } = await this.#question(index);
      return client.analysis.nearest({ weights, pixels, count: neighbours }, { onProgress });
    });
    this.explanation = new Latest(async (index) => {
      const { client, weights, pixels } = await this.#question(index);
      return decodeExplanation(await client.analysis.explain({ weights, pixels }));
    });
    this.file = new Latest(async (index) => {
      const file = this.#options.sample(index)?.file;
      if (file === undefined) throw new Error('it has no file');
      const preview = await this.#previews.load(file);
      if (preview.status === 'failed') throw new Error(preview.problem);
      return preview;
    });
  }

  /** To be called when the answers are those of other weights or samples. */
  clear(): void {
    this.nearest.clear();
    this.explanation.clear();
    this.file.clear();
  }

  async #question(index: number) {
    const { connection, weights, sample } = this.#options;
    const client = await connection.client();
    const asked = sample(index);
    if (!asked) throw new Error('the sample is not here any more');
    return { client, weights: weights() ?? {}, pixels: asked.pixels };
  }
}
