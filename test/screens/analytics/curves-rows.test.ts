import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run/event.js';
import { emptyRun, reduceRun } from '../../../src/core/run/reducer.js';
import { curvesLayout } from '../../../src/screens/analytics/curves-layout.js';
import { endingWords } from '../../../src/screens/analytics/ending-words.js';
import { epochWords } from '../../../src/screens/analytics/epoch-words.js';
import { cardFigures, runFigures } from '../../../src/screens/analytics/final-figures.js';
import { learningRateChart } from '../../../src/screens/analytics/learning-rate-chart.js';
import { whyNoCurves } from '../../../src/screens/analytics/no-curves.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { type Row, rowText, rowWidth } from '../../../src/ui/rows.js';
import { cardOf, twoEpochs } from '../../state/analytics/analytics-fakes.js';
import {
  at,
  completed,
  epochEnded,
  epochStarted,
  progress,
  started,
} from '../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const options = { width: 30, glyphs };
const run = (...events: RunEvent[]) => events.reduce(reduceRun, emptyRun('mnist-classic'));
const text = (rows: readonly Row[]) => rows.map((row) => rowText(row).trimEnd());
const nan = { loss: Number.NaN, accuracy: Number.NaN };
const lostEpoch = (epoch: number): RunEvent => ({
  ...epochEnded(epoch, 0),
  ...{ train: nan, validation: nan, improved: false },
});

describe('what a run came to', () => {
  it('is said in figures and in words', () => {
    expect(text(runFigures(run(...twoEpochs), undefined, options))).toEqual([
      '✓ ended early after 2 epochs:',
      'validation gained no more',
      '',
      '              train validation',
      'accuracy    99.50 %    99.34 %',
      'loss           0.01     0.0266',
      'best     ★ epoch 2 of 2',
      '',
      'Validation is 1.0 points',
      'better than training, which is',
      'no mistake: training is scored',
      'with dropout on and while the',
      'weights still move.',
      '',
      'data     mnist',
      'samples  48,000 + 12,000',
      'recipe   classic, batch 32',
      'engine   native',
      'time     3 min 20 s',
      'rate     8,913 images/s',
    ]);
  });

  it('has no figures before the first epoch has ended', () => {
    const rows = text(runFigures(run(started, epochStarted(1)), undefined, options));
    expect(rows.slice(0, 4)).toEqual([
      '● under way: epoch 1 of 20',
      '',
      'No epoch has ended: there is',
      'no gap yet.',
    ]);
    expect(rows.at(-1)).toBe('rate     -');
  });

  it('says that it diverged, however long ago', () => {
    const rows = text(
      runFigures(run(started, epochEnded(1, 0.9), lostEpoch(2), lostEpoch(3)), undefined, options),
    );
    expect(rows.join(' ')).toContain('The loss is no number in epoch 2: training diverged');
  });

  it('is what the card says where the run is not here', () => {
    const rows = text(cardFigures(cardOf('mnist-fast'), options));
    expect(rows.slice(0, 5)).toEqual([
      'a model without its run',
      '',
      '              train validation',
      'accuracy    99.00 %    99.00 %',
      'loss           0.03       0.03',
    ]);
    expect(rows).toContain('gap      0.00 points');
  });

  it.each([30, 44])('keeps to %i cells', (width) => {
    const failed: RunEvent = {
      type: 'failed',
      at: at(9),
      run: 'x',
      reason: 'a'.repeat(90),
      remedy: 'b',
    };
    for (const rows of [
      runFigures(run(...twoEpochs), cardOf('x'), { width, glyphs }),
      runFigures(run(started, failed), undefined, { width, glyphs }),
    ]) {
      expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(width);
    }
  });
});

it.each<[string, RunEvent[]]>([
  ['● under way: its data is being loaded', []],
  ['● under way: epoch 1 of 20, about 1 min 42 s left', [started, epochStarted(1), progress(1, 9)]],
  ['‖ paused: epoch 1 of 20', [started, epochStarted(1), { type: 'paused', at: at(1), epoch: 1 }]],
  [
    '✓ completed, 1 epoch',
    [started, epochEnded(1, 0.9), { ...completed, reason: 'all-epochs' } as RunEvent],
  ],
  [
    '✗ no disk: make room',
    [started, { type: 'failed', at: at(1), run: 'x', reason: 'no disk', remedy: 'make room' }],
  ],
])('says of the run: %s', (words, events) => {
  expect(endingWords(run(...events), glyphs).text).toBe(words);
});

describe('what happened in an epoch', () => {
  const slower = { ...epochEnded(3, 0.97), learningRate: 0.0005, improved: false } as RunEvent;

  it('is a change of the learning rate, the best epoch, and the end', () => {
    const seen = run(...twoEpochs.slice(0, 3), slower, { ...completed, epochs: 3 } as RunEvent);
    expect(epochWords(seen, 1, glyphs)).toEqual([]);
    expect(epochWords(seen, 2, glyphs)).toEqual([
      'the best validation loss: its weights were kept',
    ]);
    expect(epochWords(seen, 3, glyphs)).toEqual([
      'learning rate 0.001 to 0.0005',
      'early stopping: validation gained no more',
    ]);
    expect(epochWords(seen, 9, glyphs)).toEqual([]);
  });

  it('is a pause, a lost loss, and why the run failed', () => {
    const failed: RunEvent = {
      type: 'failed',
      at: at(1),
      run: 'x',
      reason: 'no disk',
      remedy: 'make room',
    };
    const paused: RunEvent = { type: 'paused', at: at(1), epoch: 2 };
    const seen = run(started, epochEnded(1, 0.9), paused, lostEpoch(2), failed);
    expect(epochWords(seen, 2, glyphs)).toEqual([
      'the loss is no number',
      'paused',
      'the run failed here: no disk: make room',
    ]);
  });

  it('is the average of the last weights', () => {
    const averaged: RunEvent = {
      type: 'weights-averaged',
      at: at(30),
      epochs: 2,
      validation: { loss: 0.02, accuracy: 0.994 },
      improved: true,
    };
    expect(epochWords(run(...twoEpochs.slice(0, 3), averaged), 2, glyphs)).toContain(
      'then the weights of the last 2 epochs were averaged: 99.40 %, kept',
    );
  });
});

describe('what stands in the place of the curves', () => {
  const words = (...args: Parameters<typeof whyNoCurves>) =>
    whyNoCurves(...args)?.map((piece) => piece.text)[0];
  const subject = { name: 'fast' };

  it('says why there are none', () => {
    expect(words(subject, { status: 'none' })).toBe(
      'The run that made fast is not here, so there is nothing to draw.',
    );
    expect(words(subject, { status: 'failed', problem: 'its log is gone' })).toBe(
      'its log is gone',
    );
    const ended = run(started, { type: 'failed', at: at(1), run: 'x', reason: 'a', remedy: 'b' });
    expect(words(subject, { status: 'ready', run: ended })).toContain('No epoch was finished');
  });

  it('is nothing where there are some, or will be', () => {
    expect(words(subject, { status: 'ready', run: run(...twoEpochs) })).toBeUndefined();
    expect(words(subject, { status: 'ready', run: run(started) })).toBeUndefined();
  });
});

it.each([
  [80, 21],
  [120, 37],
  [200, 57],
])('fills %ix%i', (width, height) => {
  const { loss, accuracy, figures, small, words } = curvesLayout({ width, height });
  expect(loss.width + figures.width).toBe(width);
  const below = small?.digits.height ?? 0;
  expect(loss.height + accuracy.height + below).toBe(figures.height);
  expect(figures.height + words.height).toBe(height);
  if (small) {
    const { learningRate, digits, digitHistory } = small;
    expect(learningRate.width + digits.width + digitHistory.width).toBe(loss.width);
  }
  expect(small !== undefined).toBe(height >= 33);
});

it('draws the learning rates of a single epoch, and of none', () => {
  const size = { width: 22, height: 5, glyphs };
  expect(text(learningRateChart(run(started, epochEnded(1, 0.9)), size))).toHaveLength(5);
  expect(text(learningRateChart(run(started), size))).toEqual(['after the first epoch']);
});
