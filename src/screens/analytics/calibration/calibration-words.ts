import type { Calibration, CalibrationBin } from '../../../core/analysis/calibration.js';
import type { CoveragePoint } from '../../../core/analysis/coverage.js';
import { count, decimal, percent } from '../../../ui/format.js';
import { type Row, type RowLike, rowWidth, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';
import { thresholdText } from '../samples/sample-words.js';

/** How far confidence is from accuracy, and what that means. */
export function calibrationFigures(calibration: Calibration, width: number): RowLike[] {
  const { expectedError, largestError, brier } = calibration;
  const figure = (label: string, value: string, tone: 'strong' | 'plain') => [
    span(label.padEnd(16), 'dim'),
    span(value, tone),
  ];
  const farthest = farthestBin(calibration);
  const where =
    farthest &&
    `that is ${farthest.from.toFixed(1)}-${farthest.to.toFixed(1)}, ${samplesText(farthest.count)}`;
  return [
    figure('expected error', percent(expectedError, 2), 'strong'),
    figure('largest error', percent(largestError, 2), 'plain'),
    ...(where === undefined ? [] : wrapWords(where, width).map((line) => [span(line, 'dim')])),
    figure('Brier score', decimal(brier), 'plain'),
    '',
    ...wrapWords(verdict(calibration), width),
  ];
}

/** Below this, on average, confidence can be taken at its word. */
const smallError = 0.01;

/** Whether the weights are surer than they should be, or less. */
export function verdict({ bins, expectedError }: Calibration): string {
  if (!Number.isFinite(expectedError)) return 'no answers to compare with their confidence';
  if (expectedError <= smallError) return 'Its confidence can be taken at its word.';
  const used = bins.filter((bin) => bin.count > 0);
  const samples = used.reduce((sum, bin) => sum + bin.count, 0);
  const excess = used.reduce((sum, bin) => sum + (bin.confidence - bin.accuracy) * bin.count, 0);
  const bias = excess / samples;
  if (Math.abs(bias) < expectedError / 3) return 'Here it says too much, there too little.';
  return bias > 0
    ? 'It is surer than it is right: take less than it says.'
    : 'It is right more often than it says.';
}

/** `at 0.90: answers 97.1 %, of those 99.8 % right; 12 wrong answers left, 290 held back` */
export function thresholdWords(point: CoveragePoint, samples: number, width: number): Row {
  const { threshold, coverage, accuracy, kept, wrong } = point;
  const at = span(`at ${thresholdText(threshold)}: `, 'accent');
  if (samples === 0) return [at, span('no answers to hold back')];
  if (kept === 0)
    return [at, span(`answers nothing: all ${count(samples)} are held back`, 'warning')];
  const held = `${samples === kept ? 'none' : count(samples - kept)} held back`;
  const answers = `answers ${percent(coverage)}, `;
  if (wrong === 0) return [at, span(answers), span('all of them right', 'good'), span(`; ${held}`)];
  const row = (left: string): Row => [
    at,
    span(`${answers}of those ${percent(accuracy, accuracy > 0.999 ? 2 : 1)} right; `),
    span(left, 'warning'),
    span(`, ${held}`),
  ];
  const whole = row(wrong === 1 ? '1 wrong answer left' : `${count(wrong)} wrong answers left`);
  return rowWidth(whole) <= width ? whole : row(`${count(wrong)} wrong left`);
}

/** The bin whose confidence is farthest from its accuracy. */
function farthestBin({ bins, largestError }: Calibration): CalibrationBin | undefined {
  return bins.find((bin) => Math.abs(bin.confidence - bin.accuracy) === largestError);
}

function samplesText(samples: number): string {
  return samples === 1 ? '1 sample' : `${count(samples)} samples`;
}
