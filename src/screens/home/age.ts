/**
 * How long ago that was: `2 h ago`.
 *
 * @param at milliseconds since 1970; where it is unknown the words are empty
 * @param now milliseconds since 1970
 */
export function ago(at: number | undefined, now: number): string {
  if (at === undefined || !Number.isFinite(at)) return '';
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
