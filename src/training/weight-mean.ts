import type { Weights } from '../model/weights.js';

/** The mean of several sets of weights, each tensor by itself. */
export class WeightMean {
  count = 0;
  readonly #sums = new Map<string, Float64Array>();

  add(weights: Weights): void {
    this.count++;
    for (const [name, values] of weights) {
      const sum = this.#sums.get(name) ?? new Float64Array(values.length);
      for (let index = 0; index < values.length; index++) sum[index] += values[index];
      this.#sums.set(name, sum);
    }
  }

  /** Goes on from a mean of so many sets. */
  restore(mean: Weights, count: number): void {
    this.count = count;
    this.#sums.clear();
    for (const [name, values] of mean) {
      this.#sums.set(
        name,
        Float64Array.from(values, (value) => value * count),
      );
    }
  }

  /** Not a number in every place before the first weights. */
  get weights(): Weights {
    return new Map(
      [...this.#sums].map(([name, sum]) => [
        name,
        Float32Array.from(sum, (value) => value / this.count),
      ]),
    );
  }
}
