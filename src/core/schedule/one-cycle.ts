/** Share of the steps in which the learning rate rises. */
const rise = 0.3;
/** The peak over the first learning rate, and the first over the last. */
const firstDivisor = 25;
const lastDivisor = 1e4;

/**
 * One cycle of the learning rate (Smith and Topin, "Super-Convergence", 2018): up to the peak and
 * down to next to nothing, both along half a cosine. Shares and divisors are those of PyTorch's
 * OneCycleLR.
 *
 * @param step from 0
 * @param steps of the whole run
 */
export function oneCycleRate(peak: number, step: number, steps: number): number {
  const first = peak / firstDivisor;
  const top = rise * steps - 1;
  if (step <= top) return between(first, peak, step / top);
  return between(peak, first / lastDivisor, (step - top) / Math.max(1, steps - 1 - top));
}

/** From one value to the other along half a cosine, `share` 0..1 of the way. */
function between(from: number, to: number, share: number): number {
  return to + ((from - to) * (1 + Math.cos(Math.PI * Math.min(1, share)))) / 2;
}
