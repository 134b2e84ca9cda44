/**
 * Which of `count` rows are shown in `height` rows while `place` is looked at: it stays in the middle, save at the
 * ends.
 */
export function rowWindow({
  count,
  place,
  height,
}: {
  count: number;
  place: number;
  height: number;
}): { from: number; to: number } {
  const last = Math.max(0, count - height);
  const from = Math.min(last, Math.max(0, place - Math.floor(height / 2)));
  return { from, to: Math.min(count, from + Math.max(0, height)) };
}
