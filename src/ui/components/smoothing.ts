import type { ChartPoint } from './chart-series.js';

/**
 * The exponential moving average of points, corrected for its bias towards zero at the start (Kingma and Ba, "Adam",
 * 2015, section 3), as TensorBoard draws it. What is not finite stays as it is and does not move the average.
 *
 * @param weight of the past, 0 (the points themselves) to below 1
 */
export function smoothPoints(points: readonly ChartPoint[], weight: number): ChartPoint[] {
  let average = 0;
  let share = 0;
  return points.map(({ x, y }) => {
    if (!Number.isFinite(y)) return { x, y };
    average = weight * average + (1 - weight) * y;
    share = weight * share + (1 - weight);
    return { x, y: average / share };
  });
}
