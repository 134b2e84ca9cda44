import type { ScoredSamples } from './scored-samples.js';

/** The range that a temperature is looked for in: beyond it, confidence says nothing any more. */
const lowest = 0.1;
const highest = 10;

/** Probabilities are held above this before the logarithm. */
const smallest = 1e-7;

/** Relative width of the range at which the search ends. */
const precision = 1e-4;

/**
 * Divides logits by a temperature (Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
 * Networks", 2017, section 4.2): above 1 answers become less certain, below 1 more. The order of the
 * ten stays. Logits are known from probabilities but for a constant, which the softmax drops.
 *
 * @param probabilities n rows of ten, each summing to 1
 * @returns the same, tempered; the very same where the temperature is 1
 */
export function temper(probabilities: Float32Array, temperature: number): Float32Array {
  if (temperature === 1) return probabilities;
  const tempered = new Float32Array(probabilities.length);
  for (let row = 0; row < probabilities.length; row += 10) {
    let sum = 0;
    for (let at = row; at < row + 10; at++) {
      tempered[at] = probabilities[at] ** (1 / temperature);
      sum += tempered[at];
    }
    for (let at = row; at < row + 10; at++) tempered[at] /= sum;
  }
  return tempered;
}

/**
 * The temperature by which labelled samples are likeliest. Their loss is convex in its reciprocal,
 * so a search by the golden section finds it (Kiefer, "Sequential Minimax Search for a Maximum", 1953).
 *
 * @returns 0.1 to 10; 1 where there are no samples, or their probabilities are no numbers
 */
export function fitTemperature(samples: ScoredSamples): number {
  const { labels } = samples;
  const logits = Float64Array.from(samples.probabilities, (probability) =>
    // The logarithm of what is no number is none either.
    Math.log(Math.max(smallest, probability)),
  );
  const lossAt = (temperature: number) => meanLoss(labels, logits, temperature);
  if (!Number.isFinite(lossAt(1))) return 1;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [Math.log(lowest), Math.log(highest)];
  let [left, right] = [to - golden * (to - from), from + golden * (to - from)];
  let [leftLoss, rightLoss] = [lossAt(Math.exp(left)), lossAt(Math.exp(right))];
  while (to - from > precision) {
    if (leftLoss <= rightLoss) {
      [to, right, rightLoss] = [right, left, leftLoss];
      left = to - golden * (to - from);
      leftLoss = lossAt(Math.exp(left));
    } else {
      [from, left, leftLoss] = [left, right, rightLoss];
      right = from + golden * (to - from);
      rightLoss = lossAt(Math.exp(right));
    }
  }
  return Math.exp((from + to) / 2);
}

/** Mean cross-entropy in nats; NaN without samples. @param logits n rows of ten */
function meanLoss(labels: Uint8Array, logits: Float64Array, temperature: number): number {
  let sum = 0;
  for (let sample = 0; sample < labels.length; sample++) {
    const row = sample * 10;
    let total = 0;
    for (let at = row; at < row + 10; at++) total += Math.exp(logits[at] / temperature);
    sum += Math.log(total) - logits[row + labels[sample]] / temperature;
  }
  return sum / labels.length;
}
