import { describe, expect, it } from 'vitest';
import { metricNote, stepNote } from '../../../src/screens/training/chart-note.js';
import { epochAtColumn, metricChart } from '../../../src/screens/training/chart-rows.js';
import { type ChartView, plainCharts } from '../../../src/screens/training/chart-view.js';
import {
  digitHistoryNote,
  digitHistoryRows,
  digitRows,
  worstNote,
} from '../../../src/screens/training/digit-rows.js';
import { learningRateRows, stepRows } from '../../../src/screens/training/step-rows.js';
import { emptyView, viewEvents } from '../../../src/state/run-view.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import type { RowLike } from '../../../src/ui/rows.js';
import { rowText } from '../../../src/ui/rows.js';
import { epochEnded, epochStarted, params, progress, started } from '../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const text = (rows: readonly RowLike[]) => rows.map((row) => rowText(row).trimEnd());
const size = { width: 40, height: 5, glyphs };

const waiting = emptyView('mnist-classic', params);
const first = viewEvents(waiting, [started, epochStarted(1), progress(1, 212)]);
const second = viewEvents(first, [epochEnded(1, 0.993), epochStarted(2), progress(2, 600)]);

/** Epochs of which validation reads so much right; the rate changes where it is said. */
function runOf(validation: number[], rates: number[] = []) {
  const epochs = validation.map((share, index) => ({
    ...epochEnded(index + 1, share),
    learningRate: rates[index] ?? 0.001,
  }));
  return viewEvents(waiting, [started, ...(epochs as ReturnType<typeof epochEnded>[])]).run;
}

describe('the charts of epochs', () => {
  it('say what will fill them', () => {
    expect(text(metricChart(first.run, 'loss', size))).toEqual([
      'drawn from the end of the first epoch on',
    ]);
  });

  it('have room for five epochs first, and for those that were asked for in the end', () => {
    const last = (view: typeof first) => text(metricChart(view.run, 'loss', size)).at(-1);
    expect(last(second)).toMatch(/^ +★1 +2 +3 +4 +5$/);
    const late = viewEvents(second, [epochEnded(2, 0.99), epochEnded(11, 0.99)]);
    expect(last(late)).toMatch(/^ +1 +5 +10★ +15 +20$/);
  });

  it('are not flattened by a bad first epoch', () => {
    const sides = (run: typeof first.run) => {
      const rows = text(metricChart(run, 'accuracy', size));
      return [rows[0].slice(0, 7), rows[3].slice(0, 7)];
    };
    expect(sides(runOf([0.1, 0.97, 0.98]))).toEqual([' 98.0 %', ' 10.0 %']);
    expect(sides(runOf([0.1, 0.97, 0.98, 0.99]))).toEqual(['99.00 %', '97.00 %']);
  });

  it('are not poisoned by a loss that is no number', () => {
    const nan = viewEvents(second, [epochEnded(2, Number.NaN)]);
    const rows = text(metricChart(nan.run, 'loss', size));
    expect(rows.join('\n')).not.toContain('NaN');
    expect(rows.at(-1)).toMatch(/1 +★✗ +3 +4 +5$/);
  });

  it('part the last shares of accuracy, and the small losses, on a log axis', () => {
    const charts: ChartView = { ...plainCharts, log: ['accuracy', 'loss'] };
    const run = runOf([0.9, 0.99, 0.999]);
    const sides = (metric: 'loss' | 'accuracy') =>
      text(metricChart(run, metric, { ...size, height: 10, charts }))
        .slice(0, -1)
        .map((row) => row.slice(0, 7).trim())
        .filter((label) => label !== '');
    expect(sides('accuracy')).toEqual(['99.90 %', '99.00 %', '90.00 %']);
    expect(sides('loss')).toEqual(['0.10', '0.030', '0.010', '0.0030', '0.0010']);
  });

  it('show the smoothed lines before what they were made of', () => {
    const tones = (smoothing: number) => {
      const charts = { ...plainCharts, smoothing };
      const rows = metricChart(runOf([0.9, 0.99, 0.9, 0.99, 0.9]), 'accuracy', { ...size, charts });
      return new Set(rows.slice(0, -1).flatMap((row) => row.slice(1).map(({ tone }) => tone)));
    };
    expect(tones(0)).toEqual(new Set(['plain', 'accent', 'second']));
    expect(tones(0.6)).toEqual(new Set(['plain', 'dim', 'accent', 'second']));
  });

  it('show the last ten epochs alone where the recent ones are asked for', () => {
    const charts: ChartView = { ...plainCharts, range: 'recent' };
    const foot = (epochs: number) =>
      text(metricChart(runOf(Array<number>(epochs).fill(0.99)), 'loss', { ...size, charts })).at(
        -1,
      );
    expect(foot(15)?.trim()).toMatch(/^6 .*15★$/);
    expect(foot(4)?.trim()).toMatch(/^1 .* 5$/);
  });

  it('mark the best epoch and those from which the learning rate was another', () => {
    const rates = [0.01, 0.01, 0.01, 0.005, 0.005, 0.0025];
    const foot = (run: typeof first.run) => text(metricChart(run, 'loss', size)).at(-1);
    expect(foot(runOf([0.9, 0.9, 0.9, 0.9, 0.9, 0.9], rates))?.trim()).toBe(
      '1  2      ▼      ★▼     8     10',
    );
    expect(foot(runOf([0.9, 0.9, 0.9], [0.01, 0.02, 0.03]))).not.toContain('▼');
  });

  it('say the epoch that a column stands for', () => {
    const { run } = viewEvents(waiting, [started, epochEnded(1, 0.9), epochEnded(2, 0.91)]);
    const at = (column: number) => epochAtColumn(run, 'loss', size, column);
    expect([at(0), at(8), at(16), at(39)]).toEqual([1, 1, 2, 2]);
    expect(epochAtColumn(first.run, 'loss', size, 16)).toBeUndefined();
  });
});

describe('the note of a chart', () => {
  const run = runOf([0.99, 0.992, 0.991]);
  const note = (
    width: number,
    charts: Partial<ChartView> = {},
    metric: 'loss' | 'accuracy' = 'loss',
  ) => rowText(metricNote(run, metric, { charts: { ...plainCharts, ...charts }, glyphs, width }));

  it('names the lines, and the marks where there is room', () => {
    expect(note(60)).toBe('train ━  validation ┄  ★ best');
    expect(note(24)).toBe('train ━  validation ┄');
    expect(note(10)).toBe('');
  });

  it('says how the chart is drawn before that', () => {
    const drawn: Partial<ChartView> = { log: ['loss'], smoothing: 0.9, range: 'recent' };
    expect(note(60, drawn)).toBe('log, smooth 0.9, last 10   train ━  validation ┄  ★ best');
    expect(note(30, drawn)).toBe('log, smooth 0.9, last 10');
    expect(note(60, drawn, 'accuracy')).toBe('smooth 0.9, last 10   train ━  validation ┄  ★ best');
  });

  it('tells the values under the cursor, as much as there is room for', () => {
    const at: Partial<ChartView> = { cursor: 2 };
    expect(note(80, at)).toBe('epoch 2   train ━ 0.04   validation ┄ 0.008   lr 0.001   10 s');
    expect(note(50, at)).toBe('epoch 2   train ━ 0.04   validation ┄ 0.008');
    expect(note(30, at)).toBe('epoch 2  ━ 0.04  ┄ 0.008');
    expect(note(28, at, 'accuracy')).toBe('2  ━ 98.00 %  ┄ 99.20 %');
    expect(note(70, { ...at, smoothing: 0.6 })).toBe(
      'smooth 0.6   epoch 2   train ━ 0.04   validation ┄ 0.008',
    );
  });

  it('says the same of the steps', () => {
    const charts: ChartView = { ...plainCharts, log: ['steps'], range: 'recent' };
    expect(rowText(stepNote({ charts, glyphs, width: 20 }))).toBe('log, recent');
    expect(rowText(stepNote({ charts, glyphs, width: 5 }))).toBe('');
    expect(rowText(stepNote({ charts: plainCharts, glyphs, width: 20 }))).toBe('');
  });
});

describe('the charts of steps', () => {
  it('show the loss and the learning rate in two rows', () => {
    const small = { width: 10, height: 2, glyphs };
    expect(text(stepRows(second.run, small))).toEqual(['▅▅', '0.05']);
    expect(text(learningRateRows(second.run, small))).toEqual(['██', '0.001']);
    expect(text(stepRows(waiting.run, small))).toEqual(['', '-']);
  });

  it('draw a chart of the loss where there is room', () => {
    const rows = text(stepRows({ lossTrail: [1, 0.1, 0.01] }, { width: 24, height: 6, glyphs }));
    expect(rows).toEqual([
      '    1.0 ⠑⢄',
      '          ⠑⢄',
      '   0.50     ⠣⡀',
      '             ⠈⠢⡀',
      '  0.010        ⠈⠒⠒⠤⠤⠤⠤⣀⣀',
      '0.01',
    ]);
  });

  it('draw it on a log axis, smoothed, or the last of it', () => {
    const lossTrail = Array.from({ length: 300 }, (_, index) => (index < 200 ? 100 : 1));
    const drawn = (charts: Partial<ChartView>) =>
      text(
        stepRows(
          { lossTrail },
          { width: 24, height: 6, glyphs, charts: { ...plainCharts, ...charts } },
        ),
      );
    expect(drawn({})[0]).toMatch(/^ +100 /);
    expect(drawn({ range: 'recent' })[0].trim()).toBe('1.0');
    expect(drawn({ log: ['steps'] })[2]).toMatch(/^ +10 /);
    expect(
      text(
        stepRows(
          { lossTrail: [1, 0.1, 0.01] },
          { width: 3, height: 2, glyphs, charts: { ...plainCharts, log: ['steps'] } },
        ),
      )[0],
    ).toBe('█▅▁');
  });
});

describe('the digits', () => {
  it('are ten columns, or ten bars, the worst one marked', () => {
    expect(text(digitRows(first.run, size))).toEqual(['after one', 'epoch']);
    expect(text(digitRows(second.run, { width: 10, height: 2, glyphs }))).toEqual([
      '0123456789',
      '██▇▇▇▇▇▆▅▇',
    ]);
    expect(text(digitRows(second.run, { width: 19, height: 2, glyphs }))[0]).toBe(
      '0 1 2 3 4 5 6 7 8 9',
    );
    const bars = text(digitRows(second.run, { width: 24, height: 10, glyphs }));
    expect(bars[0]).toMatch(/^ 0 ▄+ 100\.0 %$/);
    expect(bars[8]).toMatch(/^▼8 ▄+.* 96\.0 %$/);
    expect(rowText(worstNote(second.run, glyphs))).toBe('▼8 96.0 %');
  });

  const shares = (five: number) => [1, 1, 1, 1, 1, five, 1, 1, 1, 0.9];
  const epochs = [0.2, 0.8, 0.85, Number.NaN, 0.95].map((five, index) => ({
    ...epochEnded(index + 1, 0.99),
    validationPerClass: shares(five),
  }));
  const { run } = viewEvents(waiting, [started, ...(epochs as ReturnType<typeof epochEnded>[])]);

  it('are those of the epoch that is read', () => {
    const charts: ChartView = { ...plainCharts, cursor: 2 };
    expect(rowText(worstNote(run, glyphs))).toBe('▼9 90.0 %');
    expect(rowText(worstNote(run, glyphs, charts))).toBe('▼5 80.0 %');
    expect(rowText(digitRows(run, { width: 24, height: 10, glyphs, charts })[5])).toContain(
      '80.0 %',
    );
  });

  it('are shown over the epochs, the first one not setting the scale', () => {
    const rows = text(digitHistoryRows(run, { width: 22, glyphs }));
    expect(rows).toHaveLength(11);
    expect(rows.slice(4, 7)).toEqual([
      '4 ████████████████████',
      '5 ░░░░░░░░▒▒▒▒    ▓▓▓▓',
      '6 ████████████████████',
    ]);
    expect(rows[10]).toBe('    1   2   3   4   5');
    expect(rowText(digitHistoryNote(run, glyphs))).toBe('░ 80.0 %  █ 100.0 %');
  });

  it('mark the worst one of the epoch that is read', () => {
    const rows = digitHistoryRows(run, {
      width: 22,
      glyphs,
      charts: { ...plainCharts, cursor: 2 },
    });
    expect(rows[5].find(({ tone }) => tone === 'selected')?.text).toMatch(/^● /);
    expect(rows[10]).toContainEqual({ text: '2', tone: 'strong' });
  });

  it('wait for the first epoch', () => {
    expect(text(digitHistoryRows(first.run, { width: 22, glyphs }))).toEqual([
      'drawn from the end of',
      'the first epoch on',
    ]);
    expect(digitHistoryNote(first.run, glyphs)).toBe('');
  });
});
