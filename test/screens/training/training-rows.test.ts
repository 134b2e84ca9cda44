import { describe, expect, it } from 'vitest';
import { trainingAvailability } from '../../../src/screens/training/availability.js';
import {
  digitRows,
  learningRateRows,
  metricChart,
  stepRows,
  worstNote,
} from '../../../src/screens/training/chart-rows.js';
import { figureRows } from '../../../src/screens/training/figure-rows.js';
import { logRows } from '../../../src/screens/training/log-rows.js';
import { lossOf } from '../../../src/screens/training/loss-of.js';
import { progressRows } from '../../../src/screens/training/progress-rows.js';
import { summaryRows } from '../../../src/screens/training/summary-rows.js';
import { trainingLayout } from '../../../src/screens/training/training-layout.js';
import { emptyView, viewEvents, viewLoading } from '../../../src/state/run-view.js';
import type { RowLike } from '../../../src/ui/rows.js';
import { rowText } from '../../../src/ui/rows.js';
import { glyphsFor } from '../../../src/ui/theme.js';
import {
  at,
  completed,
  epochEnded,
  epochStarted,
  params,
  progress,
  started,
} from '../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const text = (rows: readonly RowLike[]) => rows.map((row) => rowText(row).trimEnd());

const waiting = emptyView('mnist-classic', params);
const first = viewEvents(waiting, [started, epochStarted(1), progress(1, 212)]);
const second = viewEvents(first, [epochEnded(1, 0.993), epochStarted(2), progress(2, 600)]);
const finished = viewEvents(second, [epochEnded(2, 0.9934), completed]);
const failed = viewEvents(waiting, [
  {
    type: 'failed',
    at: at(1),
    run: 'mnist-classic',
    reason: 'data/digits_jpeg holds only the digits 0 to 4',
    remedy: 'add folders for the others',
  },
]);

describe('the layout', () => {
  it.each([
    [80, 22],
    [120, 38],
    [97, 33],
    [200, 60],
  ])('fills %ix%i to the last cell', (width, height) => {
    const { figures, loss, accuracy, steps, learningRate, digits, bars, log } = trainingLayout({
      width,
      height,
    });
    expect(figures.width + loss.width).toBe(width);
    expect(steps.width + learningRate.width + digits.width).toBe(loss.width);
    expect(loss.height + accuracy.height + digits.height).toBe(figures.height);
    expect(figures.height + bars.height + log.height).toBe(height);
    // Fourteen figures, and the title of the narrowest panel.
    expect(figures.height).toBeGreaterThanOrEqual(16);
    expect(digits.width).toBeGreaterThanOrEqual(14);
  });
});

describe('the figures', () => {
  const options = { width: 30, height: 15, glyphs, fresh: 'nothing' } as const;

  it('stand under each other, with what has changed since the epoch before', () => {
    expect(text(figureRows(second, options))).toEqual([
      'data       mnist',
      '           48,000 + 12,000',
      'recipe     classic, batch 32',
      'engine     native',
      '',
      'accuracy   98.50 %   ▲ 0.50',
      'validation 99.30 %',
      'loss       0.05',
      'val. loss  0.007',
      'best       99.30 %  ★ epoch 1',
      'rate       8,913 images/s',
      'lr         0.001',
      'memory     431 MB',
      'time       15 s',
    ]);
  });

  it('are known as far as they were asked for before the run has begun', () => {
    const rows = text(figureRows(waiting, options));
    expect(rows.slice(0, 4)).toEqual([
      'data       mnist',
      '',
      'recipe     classic, batch 32',
      'engine     -',
    ]);
    expect(rows).toHaveLength(14);
  });

  it('are brighter where an epoch has just changed them', () => {
    const tones = (fresh: 'epoch' | 'nothing') =>
      figureRows(second, { ...options, fresh })[6].map(({ tone }) => tone);
    expect(tones('epoch')).toContain('strong');
    expect(tones('nothing')).not.toContain('strong');
  });

  it('show the samples of each digit where there is room', () => {
    const rows = text(figureRows(first, { ...options, height: 30 }));
    expect(rows).toHaveLength(26);
    expect(rows[16]).toMatch(/^0 █+.* 5,923\s+9\.9 %$/);
  });
});

describe('the bars', () => {
  const bars = (view: typeof first) => text(progressRows(view, { width: 80, glyphs }));

  it('show how far epoch and run are, and what is left', () => {
    expect(bars(second)).toEqual([
      ' epoch        2/20 ██▍░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   6 %  left 1 min 42 s',
      ' step     600/1500 ██████████████░░░░░░░░░░░░░░░░░░░░░  40 %  training',
    ]);
  });

  it('count the validation as the last of an epoch', () => {
    expect(bars(viewEvents(second, [progress(2, 12, 'validation')]))).toEqual([
      ' epoch        2/20 ███▌░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   9 %  left 1 min 42 s',
      ' check       12/24 █████████████████▌░░░░░░░░░░░░░░░░░  50 %  validating',
    ]);
  });

  it('do not run ahead between two epochs', () => {
    const between = viewEvents(second, [epochEnded(2, 0.9934), epochStarted(3)]);
    expect(bars(between)[0]).toContain(' 10 %');
    expect(bars(between)[0]).toContain('3/20');
  });

  it('show the loading before the first epoch, and how to end it', () => {
    expect(bars(waiting)).toEqual([' getting the data ready', ' s or Esc cancels']);
    const begun = viewLoading(waiting, { done: 0, total: 60_000 }, at(0));
    const loading = viewLoading(begun, { done: 15_000, total: 60_000 }, at(2));
    expect(bars(loading)[0]).toMatch(/^ loading 15,000\/60,000 █+.*░ {2}25 % {3}7,500 samples\/s$/);
  });
});

describe('the log', () => {
  it('says what happened and when, the newest last', () => {
    const later = viewEvents(finished, [
      { type: 'learning-rate-changed', at: at(201), epoch: 2, from: 0.001, to: 0.0005 },
      { ...epochEnded(3, 0.9), improved: false } as ReturnType<typeof epochEnded>,
    ]);
    expect(text(logRows(later.log, 10, glyphs))).toEqual([
      ' 16:04:00  started, native engine: 48,000 samples, 12,000 more to validate',
      ' 16:04:10  epoch 1: validation 99.30 %, loss 0.007  ★ best so far, saved',
      ' 16:04:20  epoch 2: validation 99.34 %, loss 0.0066  ★ best so far, saved',
      ' 16:07:20  ✓ finished',
      ' 16:07:21  learning rate 0.001 → 0.0005',
      ' 16:04:30  epoch 3: validation 90.00 %, loss 0.1  no gain',
    ]);
    expect(logRows(later.log, 2, glyphs)).toHaveLength(2);
    expect(logRows(later.log, 0, glyphs)).toEqual([]);
  });
});

describe('the end of a run', () => {
  const summary = (view: typeof first) => text(summaryRows(view, { width: 80, glyphs }));

  it('says what was reached, where it is and what to do next', () => {
    expect(summary(finished)).toEqual([
      ' ✓ Finished early after 2 epochs: no gain any more',
      ' ★ best epoch 2: validation accuracy 99.34 %, loss 0.0066',
      ' saved as models/mnist-classic  3 min 20 s, 8,913 images/s, at most 431 MB',
      ' Enter new run   3 try it in Recognition',
    ]);
  });

  it('says that nothing is kept of a run without an epoch', () => {
    const { reason: _, ...outcome } = completed as Extract<typeof completed, { type: 'completed' }>;
    const stopped = viewEvents(first, [{ ...outcome, type: 'stopped', model: null, epochs: 0 }]);
    expect(summary(stopped)).toEqual([
      ' ✓ Stopped after 0 epochs: no epoch was finished, so no model is saved',
      ' Enter new run',
    ]);
  });

  it('says the whole reason of a failure', () => {
    expect(text(summaryRows(failed, { width: 40, glyphs }))).toEqual([
      ' ✗ The run failed',
      ' data/digits_jpeg holds only the digits',
      ' 0 to 4: add folders for the others',
      ' Enter back to the settings',
    ]);
  });
});

describe('the charts', () => {
  const size = { width: 40, height: 5, glyphs };

  it('say what will fill them', () => {
    expect(text(metricChart(first.run, 'loss', size))).toEqual([
      'drawn from the end of the first epoch on',
    ]);
    expect(text(digitRows(first.run, size))).toEqual(['after one', 'epoch']);
  });

  it('have room for five epochs first, and for those that were asked for in the end', () => {
    const last = (view: typeof first) => text(metricChart(view.run, 'loss', size)).at(-1);
    expect(last(second)).toMatch(/^ +1 +3 +5$/);
    const late = viewEvents(second, [epochEnded(2, 0.99), epochEnded(11, 0.99)]);
    expect(last(late)).toMatch(/^ +1 +\d+ +20$/);
  });

  it('are not flattened by a bad first epoch', () => {
    const epochs = [epochEnded(1, 0.1), epochEnded(2, 0.97), epochEnded(3, 0.98)];
    const three = viewEvents(waiting, [started, ...epochs]);
    expect(text(metricChart(three.run, 'accuracy', size))[0]).toMatch(/^ 98\.0 %/);
    expect(text(metricChart(three.run, 'accuracy', size))[3]).toMatch(/^ 10\.0 %/);
    const four = viewEvents(three, [epochEnded(4, 0.99)]);
    expect(text(metricChart(four.run, 'accuracy', size))[3]).toMatch(/^ 97\.0 %/);
  });

  it('are not poisoned by a loss that is no number', () => {
    const nan = viewEvents(second, [epochEnded(2, Number.NaN)]);
    expect(text(metricChart(nan.run, 'loss', size))[0]).not.toContain('NaN');
    expect(text(metricChart(nan.run, 'loss', size)).at(-1)).toMatch(/1 +3 +5$/);
  });

  it('show the loss of the steps and the learning rate', () => {
    const small = { width: 10, height: 2, glyphs };
    expect(text(stepRows(second.run, small))).toEqual(['▅▅', '0.05']);
    expect(text(learningRateRows(second.run, small))).toEqual(['██', '0.001']);
  });

  it('show each digit, the worst one marked', () => {
    expect(text(digitRows(second.run, { width: 10, height: 2, glyphs }))).toEqual([
      '0123456789',
      '██▇▇▇▇▇▆▅▇',
    ]);
    expect(text(digitRows(second.run, { width: 19, height: 2, glyphs }))[0]).toBe(
      '0 1 2 3 4 5 6 7 8 9',
    );
    const bars = text(digitRows(second.run, { width: 24, height: 10, glyphs }));
    expect(bars[0]).toMatch(/^ 0 █+ 100\.0 %$/);
    expect(bars[8]).toMatch(/^▼8 █+.* 96\.0 %$/);
    expect(rowText(worstNote(second.run, glyphs))).toBe('▼8 96.0 %');
  });
});

describe('the keys', () => {
  const data = { status: 'unknown' } as const;

  it('are those of the form before a run', () => {
    expect(trainingAvailability({}, { data })).toEqual({
      stop: 'no run is under way',
      'look-at-data': true,
    });
  });

  it('leave the letters to a field that is typed in', () => {
    const availability = trainingAvailability(
      {},
      { data, editing: { before: '', typed: 'nothing' } },
    );
    expect(availability).toMatchObject({
      start: 'Enter or Esc ends the typing first',
      leave: 'Enter or Esc ends the typing first',
    });
    expect(availability.choose).toBeUndefined();
  });

  it('stop a run once, and not before it has a name', () => {
    expect(trainingAvailability({ view: second }, { data }).stop).toBe(true);
    expect(trainingAvailability({ view: second, pending: 'stop' }, { data }).stop).toBe(
      'it is stopping: its best weights are being saved',
    );
    expect(trainingAvailability({ view: emptyView('', params) }, { data }).stop).toBe(
      'it is just starting',
    );
  });

  it('lead from the end of a run back to the form', () => {
    expect(trainingAvailability({ view: finished }, { data })).toMatchObject({
      choose: true,
      stop: 'no run is under way',
    });
  });
});

it('asks before a run is stopped only where its work would be lost', () => {
  expect(lossOf(waiting)).toBeUndefined();
  expect(lossOf(first)).toBe('No epoch is finished yet: nothing of it would be kept.');
  expect(lossOf(second)).toBeUndefined();
});
