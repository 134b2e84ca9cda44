import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run/event.js';
import { emptyRun, reduceRun } from '../../../src/core/run/reducer.js';
import { metricNote } from '../../../src/screens/training/chart-note.js';
import { metricChart } from '../../../src/screens/training/chart-rows.js';
import { plainCharts } from '../../../src/screens/training/chart-view.js';
import { epochMarks } from '../../../src/screens/training/epoch-marks.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { at, epochEnded, started } from '../../state/run-fakes.js';

const by = 'digitscope on pts/2';
const rate = (epoch: number, to: number): RunEvent => ({
  type: 'settings-changed',
  at: at(epoch),
  epoch,
  by,
  learningRate: { from: 0.001, to },
});
const paused = (epoch: number): RunEvent => ({ type: 'paused', at: at(epoch), epoch });
const resumed = (epoch: number): RunEvent => ({ type: 'resumed', at: at(epoch), epoch });
const ended = (epoch: number, learningRate = 0.001): RunEvent =>
  ({ ...epochEnded(epoch, 0.9 + epoch / 100), learningRate }) as RunEvent;
const run = (...events: RunEvent[]) => [started, ...events].reduce(reduceRun, emptyRun(''));

const changed = run(
  ended(1),
  ended(2),
  paused(3),
  resumed(3),
  ended(3),
  rate(4, 0.0005),
  ended(4, 0.0005),
  ended(5, 0.0005),
  resumed(6),
);

describe.each(['unicode', 'ascii'] as const)('the signs below a chart, %s', (mode) => {
  const glyphs = glyphsFor(mode);
  const { best, pause, change, resume } = glyphs;

  it('are one for each epoch in which somebody did something', () => {
    const signs = epochMarks(changed, glyphs).map(({ x, text }) => [x, text]);
    expect(signs).toEqual([
      [5, best],
      [4, change],
      [3, pause],
      [6, resume],
    ]);
  });

  it('are drawn in the row of the epochs', () => {
    const chart = metricChart(changed, 'loss', { width: 50, height: 8, glyphs });
    const foot = rowText(chart[7]);
    for (const sign of [best, pause, change]) expect(foot).toContain(sign);
    expect(foot.indexOf(pause)).toBeLessThan(foot.indexOf(change));
  });

  it('are named beside the title, as many as find room', () => {
    const note = (width: number) =>
      rowText(metricNote(changed, 'loss', { charts: plainCharts, glyphs, width }));
    expect(note(80)).toContain(
      `${best} best  ${change} changed  ${pause} paused  ${resume} resumed`,
    );
    expect(note(46)).toMatch(/changed$/);
    expect(note(28)).not.toContain('best');
  });

  it('say of the epoch that is read who did what', () => {
    const charts = { ...plainCharts, cursor: 4 };
    const note = rowText(metricNote(changed, 'loss', { charts, glyphs, width: 160 }));
    expect(note).toContain(`learning rate 0.001 ${glyphs.right} 0.0005, by ${by}`);
  });
});

it('call a change by hand not one of the schedule, and that of the schedule still one', () => {
  const glyphs = glyphsFor('unicode');
  const texts = epochMarks(
    run(ended(1), ended(2), rate(3, 0.0005), ended(3, 0.0005), ended(4, 0.0005), ended(5, 0.00025)),
    glyphs,
  ).map(({ x, text }) => [x, text]);
  expect(texts).toContainEqual([3, glyphs.change]);
  expect(texts.filter(([, text]) => text === glyphs.down)).toEqual([[5, glyphs.down]]);
});
