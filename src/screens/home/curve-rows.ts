import { lineChart } from '../../ui/components/line-chart.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { isGoingOn, type ShownRun, trailRange } from './shown-run.js';

/** Validation accuracy over the epochs of a run as a chart. */
export function curveRows(
  run: ShownRun | undefined,
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): Row[] {
  if (!run || run.validationTrail.length === 0) {
    return [[span('drawn from the end of the first epoch on: 2 opens Training', 'dim')]];
  }
  const { validationTrail: trail } = run;
  return lineChart({
    series: [{ points: pointsOf(run), tone: 'second', stroke: 'solid' }],
    width,
    height,
    glyphs,
    xRange: [1, Math.max(2, epochsEnded(run))],
    yRange: trailRange(trail),
    // As wide for every value: the chart must not move when a label grows.
    formatY: (value) => percent(value, 2).padStart(8),
  });
}

/** A trail that was thinned is spread over the epochs that it stands for. */
function pointsOf(run: ShownRun) {
  const { validationTrail: trail } = run;
  const step = trail.length > 1 ? (epochsEnded(run) - 1) / (trail.length - 1) : 0;
  return trail.map((y, index) => ({ x: 1 + index * step, y }));
}

function epochsEnded(run: ShownRun): number {
  const ended = isGoingOn(run) ? run.epoch - 1 : run.epoch;
  return Math.max(ended, run.validationTrail.length);
}
