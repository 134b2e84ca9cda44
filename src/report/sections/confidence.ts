import { calibrate } from '../../core/analysis/calibration.js';
import { coverageAt, coverageCurve } from '../../core/analysis/coverage.js';
import { count, decimal, percent } from '../../ui/format.js';
import { type Html, html, section, table } from '../html.js';
import type { ReportScores } from '../report-data.js';
import { coveragePlot } from '../svg/coverage-plot.js';
import { reliabilityDiagram } from '../svg/reliability-diagram.js';

const thresholds = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

/** How far confidence can be taken at its word, and what a threshold would keep. */
export function confidence({ samples }: ReportScores): Html {
  const { bins, expectedError, largestError, brier } = calibrate(samples);
  const right = 'right' as const;
  return html`${section(
    'calibration',
    'Calibration',
    html`<div class="pair"><figure>${reliabilityDiagram(bins)}<figcaption>Bars: how many answers of a confidence are right. Rings: the same at their mean confidence. On the dashed line confidence keeps its word; below it is overconfident.</figcaption></figure>
<div>${table(
      [
        { head: 'confidence' },
        { head: 'answers', align: right },
        { head: 'mean', align: right },
        { head: 'right', align: right },
      ],
      bins
        .filter((bin) => bin.count > 0)
        .map(({ from, to, ...bin }) => [
          `${percent(from, 0)} to ${percent(to, 0)}`,
          count(bin.count),
          percent(bin.confidence),
          percent(bin.accuracy),
        ]),
    )}</div></div>
<p>Expected calibration error ${percent(expectedError, 2)}, largest ${percent(largestError)}, over ${bins.length} bins of equal width; Brier score ${decimal(brier)} (0 is perfect, 2 the worst).</p>`,
  )}${section(
    'coverage',
    'What a threshold keeps',
    html`<div class="pair"><figure>${coveragePlot(coverageCurve(samples))}<figcaption>Where answers below a confidence are refused: the fewer samples are answered, the more of the answers are right. The axes begin where the curve does.</figcaption></figure>
<div>${table(
      [
        { head: 'confidence from' },
        { head: 'answered', align: right },
        { head: 'right', align: right },
        { head: 'wrong', align: right },
      ],
      thresholds.map((threshold) => {
        const point = coverageAt(samples, threshold);
        return [
          `${Number((threshold * 100).toFixed(1))} %`,
          percent(point.coverage),
          percent(point.accuracy, 2),
          count(point.wrong),
        ];
      }),
    )}</div></div>`,
  )}`;
}
