/**
 * The level that parts values best into two groups (Otsu 1979: largest variance between them).
 *
 * @param histogram how often each value 0..255 occurs
 * @returns values above it are the light group; halfway through a gap between the groups
 */
export function otsuLevel(histogram: ArrayLike<number>): number {
  let total = 0;
  let sum = 0;
  for (let value = 0; value < histogram.length; value++) {
    total += histogram[value];
    sum += value * histogram[value];
  }
  let dark = 0;
  let darkSum = 0;
  let best = -1;
  let first = 0;
  let last = 0;
  for (let value = 0; value < histogram.length; value++) {
    dark += histogram[value];
    darkSum += value * histogram[value];
    const light = total - dark;
    if (dark === 0 || light === 0) continue;
    const between = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (between > best) {
      best = between;
      first = value;
    }
    if (between === best) last = value;
  }
  return Math.floor((first + last) / 2);
}
