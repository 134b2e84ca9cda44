/**
 * What makes 0..255 of the greys of a table, by the largest of them: they end at 1, at 16 (as in
 * NIST's digits of 8x8) or at 255.
 */
export function greyScale(largest: number): number {
  if (largest <= 1) return 255;
  return largest <= 16 ? 255 / 16 : 1;
}
