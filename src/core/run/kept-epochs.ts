/** Epochs whose weights are kept at most, save one or two: a megabyte each. */
const keptAtMost = 64;

/**
 * Whether the weights after an epoch are still kept when `last` has ended: all of them at first, then every second,
 * every fourth and so on, always with the first and the last.
 *
 * @param epoch 1..last
 */
export function isEpochKept(epoch: number, last: number): boolean {
  let stride = 1;
  while (last / stride > keptAtMost) stride *= 2;
  return epoch === 1 || epoch === last || epoch % stride === 0;
}
