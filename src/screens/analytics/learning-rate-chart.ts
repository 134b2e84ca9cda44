import type { RunState } from '../../core/run/reducer.js';
import { lineChart } from '../../ui/components/line-chart.js';
import { decimal } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, span } from '../../ui/rows.js';

/** The learning rate at the end of each epoch, from zero up. */
export function learningRateChart(
  { history }: Pick<RunState, 'history'>,
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): Row[] {
  if (history.length === 0) return [[span('after the first epoch', 'dim')]];
  const points = history.map(({ epoch, learningRate }) => ({ x: epoch, y: learningRate }));
  const rates = points.map(({ y }) => y).filter(Number.isFinite);
  return lineChart({
    series: [{ points, tone: 'accent', stroke: 'solid' }],
    width,
    height,
    glyphs,
    xRange: [1, Math.max(2, points[points.length - 1].x)],
    yRange: [0, Math.max(0, ...rates) || 1],
    formatY: rateLabel,
  });
}

/** As wide for every value. */
function rateLabel(rate: number): string {
  return decimal(rate, 5).padStart(labelWidth).slice(0, labelWidth);
}

const labelWidth = 7;
