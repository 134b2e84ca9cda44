import { describe, expect, it } from 'vitest';
import { trainingAvailability } from '../../../src/screens/training/availability.js';
import { figureRows } from '../../../src/screens/training/figure-rows.js';
import { logRows } from '../../../src/screens/training/log-rows.js';
import { lossOf } from '../../../src/screens/training/loss-of.js';
import { progressRows } from '../../../src/screens/training/progress-rows.js';
import { summaryRows } from '../../../src/screens/training/summary-rows.js';
import { trainingLayout } from '../../../src/screens/training/training-layout.js';
import { emptyView, viewEvents, viewLoading } from '../../../src/state/run-view.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import type { RowLike } from '../../../src/ui/rows.js';
import { rowText } from '../../../src/ui/rows.js';
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
    [80, 22, 'row'],
    [97, 33, 'row'],
    [80, 40, 'columns'],
    [120, 38, 'columns'],
    [120, 54, 'beside'],
    [200, 58, 'beside'],
    [80, 70, 'beside'],
  ])('fills %ix%i to the last cell', (width, height, small) => {
    const layout = trainingLayout({ width, height });
    const { figures, loss, accuracy, steps, learningRate, digits, digitHistory, bars, log } =
      layout;
    const history = digitHistory ?? { width: 0, height: digits.height };
    expect(layout.small).toBe(small);
    expect(figures.width + loss.width).toBe(width);
    expect(
      figures.height + bars.height + log.height + (small === 'beside' ? digits.height : 0),
    ).toBe(height);
    expect(loss.height + accuracy.height + history.height + bars.height + log.height).toBe(height);
    expect(history.height).toBe(digits.height);
    if (small === 'row') {
      expect(steps.width + learningRate.width + digits.width).toBe(loss.width);
      expect(steps.height).toBe(digits.height);
    } else {
      expect(steps.height + learningRate.height).toBe(digits.height);
      expect(steps.width + (small === 'beside' ? 0 : digits.width) + history.width).toBe(
        loss.width,
      );
    }
    // Fourteen figures, the titles of the narrow panels, and something to see of each curve.
    expect(figures.height).toBeGreaterThanOrEqual(16);
    expect(digits.width).toBeGreaterThanOrEqual(14);
    expect(learningRate.width).toBeGreaterThanOrEqual(18);
    expect(accuracy.height).toBeGreaterThanOrEqual(6);
  });

  it('shows the digits over the epochs where there is room', () => {
    expect(trainingLayout({ width: 80, height: 22 }).digitHistory).toBeUndefined();
    expect(trainingLayout({ width: 80, height: 40 }).digitHistory).toBeUndefined();
    expect(trainingLayout({ width: 120, height: 38 }).digitHistory).toEqual({
      width: 35,
      height: 13,
    });
    expect(trainingLayout({ width: 200, height: 58 }).digitHistory).toEqual({
      width: 86,
      height: 13,
    });
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

  it('are those of the epoch that is read in the charts', () => {
    const third = viewEvents(finished, [epochEnded(3, 0.95)]);
    const [, epoch] = third.run.history;
    expect(text(figureRows(third, { ...options, epoch })).slice(4)).toEqual([
      'epoch      2 of 3',
      'accuracy   98.00 %',
      'validation 99.34 %   ▲ 0.04',
      'loss       0.04',
      'val. loss  0.0066',
      'best       95.00 %  ★ epoch 3',
      'rate       8,913 images/s',
      'lr         0.001',
      'memory     431 MB',
      'took       10 s',
    ]);
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
    expect(rows[16]).toMatch(/^0 ▄+.* 5,923\s+9\.9 %$/);
  });
});

describe('the bars', () => {
  const bars = (view: typeof first) => text(progressRows(view, { width: 80, glyphs }));

  it('show how far epoch and run are, and what is left', () => {
    expect(bars(second)).toEqual([
      ' epoch             2/20 ██▏░░░░░░░░░░░░░░░░░░░░░░░░░░░   6 %  left 1 min 42 s',
      ' training      600/1500 ████████████░░░░░░░░░░░░░░░░░░  40 %  8,913 images/s',
    ]);
  });

  it('count the validation as the last of an epoch', () => {
    expect(bars(viewEvents(second, [progress(2, 12, 'validation')]))).toEqual([
      ' epoch             2/20 ███░░░░░░░░░░░░░░░░░░░░░░░░░░░   9 %  left 1 min 42 s',
      ' validation       12/24 ███████████████░░░░░░░░░░░░░░░  50 %  8,913 images/s',
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
    expect(bars(loading)[0]).toMatch(
      /^ loading 15,000\/60,000 █+.*░ {2}25 % {3}7,500 samples\/s {3}left 6 s$/,
    );
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

describe('the keys', () => {
  const data = { status: 'unknown' } as const;

  it('are those of the form before a run', () => {
    expect(trainingAvailability({}, { data })).toEqual({
      'look-at-data': true,
      'begin-anew': 'it begins with fresh weights',
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

  it('open the settings when a run has ended, and say how to come to them before', () => {
    expect(trainingAvailability({ view: second }, { data })).toEqual({
      'new-run': 'a run is under way: d shows the settings of the next one',
    });
    expect(trainingAvailability({ view: finished }, { data })).toEqual({});
  });
});

it('asks before a run is stopped only where its work would be lost', () => {
  expect(lossOf(waiting)).toBeUndefined();
  expect(lossOf(first)).toBe('No epoch is finished yet: nothing of it would be kept.');
  expect(lossOf(second)).toBeUndefined();
});
