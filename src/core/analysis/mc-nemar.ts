/** McNemar's test of two models on the same samples: could their difference be chance? */
export interface McNemar {
  /** The smaller of the two counts where the test is exact, else chi-squared; NaN where there is no pair. */
  statistic: number;
  /** Two-sided, 0..1; 1 where there is no pair. */
  p: number;
  method: 'exact' | 'chi-squared' | 'none';
}

/** Fewer pairs than this are too few for the approximation by chi-squared. */
const exactBelow = 25;

/**
 * McNemar 1947, with Edwards's continuity correction (1948); exact by the binomial distribution
 * where there are few discordant pairs.
 *
 * @param onlyA samples that only the first model reads right
 * @param onlyB samples that only the second one reads right
 */
export function mcNemar(onlyA: number, onlyB: number): McNemar {
  const pairs = onlyA + onlyB;
  if (pairs === 0) return { statistic: Number.NaN, p: 1, method: 'none' };
  const fewer = Math.min(onlyA, onlyB);
  if (pairs < exactBelow) {
    const p = Math.min(1, 2 * binomialUpTo(fewer, pairs));
    return { statistic: fewer, p, method: 'exact' };
  }
  const distance = Math.max(0, Math.abs(onlyA - onlyB) - 1);
  const statistic = distance ** 2 / pairs;
  // A chi-squared variable of one degree of freedom is the square of a normal one.
  return { statistic, p: complementaryError(Math.sqrt(statistic / 2)), method: 'chi-squared' };
}

/** Chance of at most `hits` heads in `throws` throws of a fair coin. */
function binomialUpTo(hits: number, throws: number): number {
  let ways = 1;
  let sum = 1;
  for (let k = 1; k <= hits; k++) {
    ways = (ways * (throws - k + 1)) / k;
    sum += ways;
  }
  return sum / 2 ** throws;
}

/** erfc of a value from 0: its series near 0, its continued fraction beyond (DLMF 7.6.2 and 7.9.1). */
function complementaryError(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 80; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 100; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
