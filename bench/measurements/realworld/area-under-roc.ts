/**
 * How likely a score of the second kind is above one of the first, equals counting half: the area
 * under the ROC curve, by ranks (Hanley and McNeil, 1982).
 *
 * @returns 0..1, 0.5 where the score says nothing; NaN where a kind has no scores
 */
export function areaUnderRoc(below: readonly number[], above: readonly number[]): number {
  const all = [
    ...below.map((score) => ({ score, counts: 0 })),
    ...above.map((score) => ({ score, counts: 1 })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to].score === all[from].score) to++;
    // Ranks count from 1; equals share the mean of theirs.
    for (const { counts } of all.slice(from, to)) ranks += (counts * (from + 1 + to)) / 2;
    from = to;
  }
  const least = (above.length * (above.length + 1)) / 2;
  return (ranks - least) / (above.length * below.length);
}
