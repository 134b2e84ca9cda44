import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../src/core/analysis/calibration.js';
import { coverageAt, coverageCurve } from '../../../../src/core/analysis/coverage.js';
import {
  calibrationFigures,
  thresholdWords,
  verdict,
} from '../../../../src/screens/analytics/calibration/calibration-words.js';
import { coverageRows } from '../../../../src/screens/analytics/calibration/coverage-rows.js';
import { reliabilityRows } from '../../../../src/screens/analytics/calibration/reliability-rows.js';
import {
  nextThreshold,
  thresholds,
} from '../../../../src/screens/analytics/calibration/thresholds.js';
import { decodeScored } from '../../../../src/state/analytics/scored.js';
import { glyphsFor } from '../../../../src/ui/glyphs.js';
import { rowText, rowWidth } from '../../../../src/ui/rows.js';
import { scoreAnswer, someAnswers } from '../../../state/analytics/scores-fakes.js';

const glyphs = glyphsFor('unicode');
const scored = decodeScored(scoreAnswer(someAnswers));
const nothing = decodeScored(scoreAnswer([]));
const right = decodeScored(scoreAnswer([[1, 1, 0.995]]));
const texts = (rows: Parameters<typeof rowText>[0][]) => rows.map((row) => rowText(row).trimEnd());

describe('the reliability bars', () => {
  it('show accuracy, and where it would be ideal', () => {
    const rows = texts(reliabilityRows(calibrate(scored), { width: 52, glyphs }));
    expect(rows[0]).toBe('says    │ where ideal          right    says samples');
    expect(rows[1]).toBe('0.0-0.1                            -       -       0');
    expect(rows[7]).toBe('0.6-0.7 ░░░░░░░░░░░░░│░░░░░░   0.0 %  65.0 %       2');
    expect(rows[10]).toBe('0.9-1.0 █████████████▍░░░░░│  66.7 %  97.0 %       3');
  });

  it('are whole without samples', () => {
    const rows = texts(reliabilityRows(calibrate(nothing), { width: 52, glyphs }));
    expect(rows).toHaveLength(11);
    expect(rows.join('')).not.toContain('NaN');
  });
});

describe('the figures of calibration', () => {
  it('say how far off, where most, and which way', () => {
    const rows = texts(calibrationFigures(calibrate(scored), 30));
    expect(rows[0]).toMatch(/^expected error +\d+\.\d\d %$/);
    expect(rows).toContain('that is 0.6-0.7, 2 samples');
    expect(verdict(calibrate(scored))).toBe(
      'It is surer than it is right: take less than it says.',
    );
    expect(verdict(calibrate(right))).toBe('Its confidence can be taken at its word.');
  });

  it('say nothing that is not a number', () => {
    expect(texts(calibrationFigures(calibrate(nothing), 30)).join('\n')).not.toMatch(
      /NaN|Infinity/,
    );
  });
});

describe('the threshold', () => {
  it('steps finer towards 1, and stays at its ends', () => {
    expect([0, 0.5, 0.9, 0.98, 0.99, 0.999].map((each) => nextThreshold(each, 1))).toEqual([
      0.1, 0.55, 0.91, 0.99, 0.991, 0.999,
    ]);
    expect([0, 0.1, 0.9, 0.99].map((each) => nextThreshold(each, -1))).toEqual([0, 0, 0.85, 0.98]);
    expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
  });

  it('says what it costs', () => {
    const words = (threshold: number, width = 100) =>
      rowText(thresholdWords(coverageAt(scored, threshold), scored.count, width));
    expect(words(0.9)).toBe(
      'at 0.90: answers 50.0 %, of those 66.7 % right; 1 wrong answer left, 3 held back',
    );
    expect(words(0.9, 79)).toBe(
      'at 0.90: answers 50.0 %, of those 66.7 % right; 1 wrong left, 3 held back',
    );
    expect(words(0.98)).toBe('at 0.98: answers 16.7 %, all of them right; 5 held back');
    expect(words(0)).toContain('3 wrong answers left, none held back');
    expect(words(0.999)).toBe('at 0.999: answers nothing: all 6 are held back');
    expect(rowText(thresholdWords(coverageAt(nothing, 0.9), 0, 79))).toBe(
      'at 0.90: no answers to hold back',
    );
  });

  it('stands as a line where its share is', () => {
    const size = { width: 60, height: 6, glyphs };
    const rows = coverageRows(coverageCurve(scored), coverageAt(scored, 0.9), size);
    expect(rows.map(rowWidth)).toEqual([60, 60, 60, 60, 60, 60]);
    expect(rowText(rows[5])).toContain('50 %');
    expect(rowText(rows[2])).toContain('│');
  });

  it('has no chart without answers', () => {
    const size = { width: 60, height: 6, glyphs };
    const rows = coverageRows(coverageCurve(nothing), coverageAt(nothing, 0.9), size);
    expect(texts(rows)).toEqual(['drawn as soon as there are answers']);
  });
});
