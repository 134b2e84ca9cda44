/** How often each value 0..255 occurs. */
export function histogramOf(pixels: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let index = 0; index < pixels.length; index++) histogram[pixels[index]]++;
  return histogram;
}

/**
 * @param share of all that is counted, 0..1
 * @returns the largest value that this share reaches or exceeds; 0 where nothing is counted
 */
export function highest(histogram: Uint32Array, share: number): number {
  const wanted = Math.max(1, share * histogram.reduce((sum, count) => sum + count, 0));
  let counted = 0;
  for (let value = 255; value > 0; value--) {
    counted += histogram[value];
    if (counted >= wanted) return value;
  }
  return 0;
}
