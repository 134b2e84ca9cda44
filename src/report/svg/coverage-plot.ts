import type { CoveragePoint } from '../../core/analysis/coverage.js';
import { rangeOf } from '../../ui/components/axis.js';
import { type Html, html } from '../html.js';
import { type PlotArea, type PlotAxis, plotFrame, plotX, plotY, roomyRange } from './plot-area.js';

const area: PlotArea = { left: 58, top: 34, width: 350, height: 180 };

/** How accurate the kept answers are, by the share of samples that is kept. */
export function coveragePlot(curve: readonly CoveragePoint[]): Html {
  const shares = roomyRange(rangeOf(curve.map(({ coverage }) => coverage)) ?? [0, 1], 'linear');
  const rights = rangeOf(curve.map(({ accuracy }) => accuracy)) ?? [0, 1];
  const x: PlotAxis = {
    range: [Math.max(0, shares[0]), Math.min(1, shares[1])],
    scale: 'linear',
    write: written,
    words: 'share of samples answered',
  };
  const lowest = Math.min(rights[0], 1 - 1e-3);
  const y: PlotAxis = {
    range: [lowest, 1],
    scale: 'linear',
    write: written,
    words: 'accuracy of the answers kept',
  };
  const path = curve
    .map(({ coverage, accuracy }, index) => {
      const command = index === 0 ? 'M' : 'L';
      return `${command}${plotX(coverage, x, area)} ${plotY(accuracy, y, area)}`;
    })
    .join('');
  return html`<svg viewBox="0 0 432 250" role="img" aria-label="Accuracy of the answers kept by coverage">
${plotFrame(area, x, y)}<path class="curve validation" d="${path}"/></svg>`;
}

function written(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
