import type { CoveragePoint } from '../../../core/analysis/coverage.js';
import { lineChart } from '../../../ui/components/line-chart.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, span } from '../../../ui/rows.js';

export interface CoverageOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** How often kept answers are right over the share that is kept; a line stands where the threshold is. */
export function coverageRows(
  curve: readonly CoveragePoint[],
  at: CoveragePoint,
  { width, height, glyphs }: CoverageOptions,
): Row[] {
  const points = curve
    .filter(({ accuracy }) => Number.isFinite(accuracy))
    .map(({ coverage, accuracy }) => ({ x: coverage, y: accuracy }))
    // The line is drawn in the order of x.
    .reverse();
  if (points.length === 0) return [[span('drawn as soon as there are answers', 'dim')]];
  const lowest = Math.min(...points.map(({ y }) => y));
  return lineChart({
    series: [{ points, tone: 'accent', stroke: 'solid' }],
    width,
    height,
    glyphs,
    xRange: [0, 1],
    // A line that is flat at the top is no line in the middle of the chart.
    yRange: [Math.min(lowest, 0.99), 1],
    formatX: (value) => percent(value, Number.isInteger(value * 100) ? 0 : 1),
    formatY: (value) => percent(value, lowest < 0.9 ? 0 : 1),
    cursor: Number.isFinite(at.coverage) ? at.coverage : undefined,
  });
}
