import type { CalibrationBin } from '../../core/analysis/calibration.js';
import { type Html, html } from '../html.js';
import { type PlotArea, type PlotAxis, plotFrame, plotX, plotY } from './plot-area.js';

const area: PlotArea = { left: 58, top: 34, width: 350, height: 180 };

/** How often answers of each confidence are right; bars that end on the line keep their word. */
export function reliabilityDiagram(bins: readonly CalibrationBin[]): Html {
  const axis = (words: string): PlotAxis => ({
    range: [0, 1],
    scale: 'linear',
    write: (value) => `${Math.round(value * 100)} %`,
    words,
  });
  const [x, y] = [axis('confidence of the answer'), axis('share of right answers')];
  const bars = bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, confidence, accuracy }) => {
      const [left, right] = [plotX(from, x, area) + 1, plotX(to, x, area) - 1];
      const top = plotY(accuracy, y, area);
      const words = `${count} answers, mean confidence ${(confidence * 100).toFixed(1)} %, right ${(accuracy * 100).toFixed(1)} %`;
      return html`<rect class="bar" x="${left}" y="${top}" width="${(right - left).toFixed(1)}" height="${(area.top + area.height - top).toFixed(1)}"><title>${words}</title></rect><circle class="best" cx="${plotX(confidence, x, area)}" cy="${top}" r="3"/>
`;
    });
  return html`<svg viewBox="0 0 432 250" role="img" aria-label="Reliability diagram">
${plotFrame(area, x, y)}<line class="ideal" x1="${area.left}" y1="${area.top + area.height}" x2="${area.left + area.width}" y2="${area.top}"/>
${bars}</svg>`;
}
