import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run/event.js';
import { accuracyOf } from '../../../src/screens/stage/run-figures.js';
import { runPage } from '../../../src/screens/stage/run-page.js';
import { thickChart } from '../../../src/screens/stage/thick-chart.js';
import { formWords, runWords } from '../../../src/screens/stage/training-words.js';
import { runFraction } from '../../../src/screens/training/run-fraction.js';
import { emptyView, viewEvents } from '../../../src/state/run-view.js';
import { firstValues } from '../../../src/state/training-form.js';
import { blockText } from '../../../src/ui/components/block-text.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import {
  completed,
  epochEnded,
  epochStarted,
  params,
  progress,
  started,
} from '../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const view = (...events: RunEvent[]) => viewEvents(emptyView('run', params), events);
const page = (events: RunEvent[], size = { width: 80, height: 22 }) =>
  runPage(view(...events), { ...size, glyphs }).map((row) => rowText(row).trimEnd());
const large = (text: string, height: number) =>
  blockText(text, { height, glyphs }).map((line) => `  ${line.trimEnd()}`);

const twoEpochs = [started, epochStarted(1), epochEnded(1, 0.9801), epochEnded(2, 0.9934)];

describe('a run on stage', () => {
  it('shows the validation accuracy, its curve and how far it is', () => {
    const rows = page([...twoEpochs, epochStarted(3), progress(3, 750)]);
    expect(rows[0]).toBe('  validation accuracy   ★ best so far');
    expect(rows.slice(1, 8)).toEqual(large('99.34%', 7));
    expect(rows[8]).toBe('  ██ validation   ▀▀ ▀▀ training');
    expect(rows[9]).toMatch(/^ {3}99\.3 % .*█$/);
    expect(rows[15]).toMatch(/^ {3}98\.0 % [█▄▟▐]/);
    expect(rows[16]).toMatch(/^ {10}1 .*★?2$|★$/);
    expect(rows[17]).toMatch(/^ {2}epoch 3\/20 +left$/);
    const time = blockText('1:42', { height: 4, glyphs }).map((line) => line.trim());
    for (const [index, line] of time.entries()) expect(rows[18 + index]).toContain(line);
    expect(rows[18]).toMatch(/^ {2}█{5}[▛▀]/);
    expect(rows).toHaveLength(22);
  });

  it('shows the training accuracy until there is another', () => {
    const rows = page([started, epochStarted(1), progress(1, 750)]);
    expect(rows[0]).toBe('  training accuracy so far');
    expect(rows.slice(1, 8)).toEqual(large('98.50%', 7));
    expect(rows[9]).toBe('  drawn from the end of the first epoch on');
  });

  it('says what was best where the last epoch is not', () => {
    const worse = { ...epochEnded(3, 0.99), improved: false } as RunEvent;
    expect(page([...twoEpochs, worse])[0]).toBe('  validation accuracy   ★ 99.34 % in epoch 2');
  });

  it('shows at last what is saved, and as what', () => {
    const rows = page([...twoEpochs, completed]);
    expect(rows[0]).toBe('  validation accuracy of what is saved   ★ epoch 2');
    expect(rows.slice(1, 8)).toEqual(large('99.34%', 7));
    expect(rows[17]).toMatch(/^ {2}saved as models\/mnist-classic +Enter new run {3}3 try it$/);
    expect(rows.slice(18)).toEqual(large('DONE', 4));
  });

  it.each([
    [80, 22],
    [120, 38],
    [200, 58],
    [80, 58],
  ])('fills %i by %i cells', (width, height) => {
    for (const events of [
      [started],
      [...twoEpochs, epochStarted(3), progress(3, 750)],
      [...twoEpochs, completed],
    ]) {
      const rows = runPage(view(...events), { width, height, glyphs });
      // Where the parts stand apart, the last row is free.
      expect(rows).toHaveLength(height >= 30 ? height - 1 : height);
      for (const row of rows) expect(rowText(row)).toHaveLength(width - 2);
    }
  });
});

describe('how far a run is', () => {
  it.each([
    [[started, epochStarted(1)], 0],
    [[started, epochStarted(1), progress(1, 750)], 0.475 / 20],
    [[started, epochStarted(1), progress(1, 12, 'validation')], 0.975 / 20],
    [[...twoEpochs], 2 / 20],
    [[...twoEpochs, epochStarted(3)], 2 / 20],
  ])('case %#', (events, expected) => {
    expect(runFraction(view(...events).run, 20).run).toBeCloseTo(expected, 6);
  });

  it('is nothing where the number of epochs is not known', () => {
    expect(runFraction(view(...twoEpochs).run, 0).run).toBe(0);
  });
});

it('has no figure before anything is measured', () => {
  expect(accuracyOf(view(started), glyphs).share).toBeNaN();
});

describe('a thick chart', () => {
  const chart = (shares: number[], mode: 'unicode' | 'ascii') =>
    thickChart({
      series: [
        {
          points: shares.map((y, index) => ({ x: index + 1, y })),
          tone: 'second',
          stroke: 'wide',
        },
      ],
      xRange: [1, shares.length],
      yRange: [0.9, 1],
      best: 2,
      width: 20,
      height: 5,
      glyphs: glyphsFor(mode),
    }).map((row) => rowText(row).trimEnd());

  it('draws a line as thick as a row, and a gap for what is not a number', () => {
    expect(chart([0.9, 1, Number.NaN, 0.95, 0.95], 'unicode')).toEqual([
      '100.0 %   ▗█',
      '         ▗█▘',
      '         ▟▌     ▐███',
      ' 90.0 % █▛',
      '        1  ★    4  5',
    ]);
  });

  it('needs no blocks', () => {
    expect(chart([0.9, 1, Number.NaN, 0.95, 0.95], 'ascii')).toEqual([
      '100.0 %    #',
      '          #',
      '         #      ####',
      ' 90.0 % #',
      '        1  *    4  5',
    ]);
  });
});

describe('words about training', () => {
  const options = { width: 72, glyphs };

  it('say what will be trained on, and the key for it', () => {
    expect(formWords({ values: firstValues, data: { status: 'unknown' } }, {}, options)).toEqual([
      { large: 'mnist' },
      { lines: ['classic recipe, 50 epochs'] },
      { large: [{ text: 'r', tone: 'accent' }, '  run'] },
    ]);
  });

  it('leave a long name in a line, and say what is wrong', () => {
    const values = { ...firstValues, source: '/data/my scanned digits' };
    const data = { status: 'failed', problem: 'it is not there: check the path' } as const;
    const [source, , trouble] = formWords({ values, data }, {}, options);
    expect(source).toEqual({ lines: [[{ text: 'my scanned digits', tone: 'strong' }]] });
    expect(trouble).toEqual({
      lines: [[{ text: '✗ it is not there: check the path', tone: 'bad' }]],
    });
  });

  it.each([
    ['failed', { type: 'failed', at: 1, run: 'run', reason: 'no room', remedy: 'free some' }],
    ['stopped', { ...completed, type: 'stopped', model: null }],
  ])('say that a run has %s', (word, event) => {
    const [first] = runWords(view(started, event as RunEvent), options);
    expect('large' in first && rowText(first.large)).toBe(word);
  });
});
