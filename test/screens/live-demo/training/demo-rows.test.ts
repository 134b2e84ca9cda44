import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../src/core/run/event.js';
import { demoLayout } from '../../../../src/screens/live-demo/training/demo-layout.js';
import { endedRows, story } from '../../../../src/screens/live-demo/training/demo-words.js';
import { epochRows } from '../../../../src/screens/live-demo/training/epoch-rows.js';
import { epochsPanelRows } from '../../../../src/screens/live-demo/training/epochs-panel-rows.js';
import { latestScore } from '../../../../src/screens/live-demo/training/latest-score.js';
import type { EpochScore } from '../../../../src/state/live/training-demo-store.js';
import { emptyView, viewEvents } from '../../../../src/state/run-view.js';
import { glyphsFor } from '../../../../src/ui/glyphs.js';
import { type RowLike, rowText } from '../../../../src/ui/rows.js';
import { drawingAnswer } from '../../../state/live/drawing-fakes.js';
import { at, completed, epochEnded, epochStarted, started } from '../../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const text = (rows: readonly RowLike[]) => rows.map(rowText);
const viewOf = (...events: RunEvent[]) => viewEvents(emptyView('mnist-classic'), events);
const scoresOf = (...digits: (number | undefined)[]) =>
  new Map(
    digits.flatMap((digit, index): [number, EpochScore][] =>
      digit === undefined ? [] : [[index + 1, { version: 3, answer: drawingAnswer(digit) }]],
    ),
  );
const trained = viewOf(
  started,
  epochStarted(1),
  epochEnded(1, 0.912),
  epochStarted(2),
  epochEnded(2, 0.989),
);
const { history } = trained.run;
const next = { source: 'mnist', epochs: 5 };

it.each([
  { width: 80, height: 22 },
  { width: 120, height: 38 },
  { width: 80, height: 38 },
  { width: 200, height: 58 },
])('fills %o to its last row', (area) => {
  const { pad, bars, curve, epochs, progress, rows } = demoLayout(area);
  expect(pad.width + curve.width).toBe(area.width);
  expect(pad.width).toBe(2 * rows + 4);
  const across = bars.kind === 'across' ? bars.height : 0;
  expect(curve.height + epochs.height + across + progress.height).toBe(area.height);
  expect(pad.height + bars.height + progress.height).toBeLessThanOrEqual(area.height);
  expect(epochs.height).toBeGreaterThanOrEqual(7);
});

describe('a row of an epoch', () => {
  it('says how well it reads, and what the drawing is', () => {
    const rows = epochRows({ run: trained.run, scores: scoresOf(7, 4), version: 3, height: 9 });
    expect(text(rows)).toEqual([
      'epoch 1: 91.2 %, your drawing is a 7 (91 %)',
      'epoch 2: 98.9 %, your drawing is a 4 (91 %)',
    ]);
    expect(rows[1][1].tone).toBe('accent');
  });

  it('fades while the drawing is another one by now', () => {
    const [row] = epochRows({ run: trained.run, scores: scoresOf(7), version: 4, height: 9 });
    expect(row[1].tone).toBe('dim');
  });

  it('says no more than is known', () => {
    const { run } = trained;
    const options = { run, scores: scoresOf(undefined, 8), height: 9 };
    expect(text(epochRows({ ...options, version: undefined }))[0]).toBe('epoch 1: 91.2 %');
    expect(text(epochRows({ ...options, version: 3 }))).toEqual([
      'epoch 1: 91.2 %, reading your drawing',
      'epoch 2: 98.9 %, your drawing is an 8 (91 %)',
    ]);
    expect(text(epochRows({ ...options, version: 3, height: 1 }))).toHaveLength(1);
    expect(epochRows({ ...options, version: 3, height: -2 })).toEqual([]);
    const ended = { ...run, status: 'completed' } as const;
    expect(text(epochRows({ ...options, run: ended, version: 3 }))[0]).toBe(
      'epoch 1: 91.2 %, its weights are not kept',
    );
    const validation = { loss: Number.NaN, accuracy: Number.NaN };
    const broken = { ...run, history: [{ ...history[0], validation }] };
    expect(text(epochRows({ ...options, run: broken, version: undefined }))).toEqual([
      'epoch 1: -',
    ]);
  });
});

describe('what the room saw', () => {
  it.each([
    [scoresOf(), undefined],
    [scoresOf(4, 4), 'Your drawing was a 4 from epoch 1 on.'],
    [scoresOf(undefined, 8), 'Your drawing was an 8 from epoch 2 on.'],
    [scoresOf(7, 4), 'Your drawing was a 7 at first, a 4 in epoch 2.'],
  ])('is told in one sentence', (scores, expected) => {
    expect(story(history, scores)).toBe(expected);
  });

  it('tells from when on the opinion has stood', () => {
    const five = [1, 2, 3, 4, 5].map((epoch) => ({ ...history[0], epoch }));
    expect(story(five, scoresOf(7, 4, 9, 4, 4))).toBe(
      'Your drawing was a 7 at first, a 4 from epoch 4 on.',
    );
  });

  it('ends with what to do next', () => {
    const ended = viewEvents(trained, [completed]);
    const rows = endedRows(ended, { ...next, scores: scoresOf(7, 4) }, { width: 44, glyphs });
    expect(text(rows)).toEqual([
      '✓ 2 epochs, 3 min 20 s: 91.2 % → 98.9 %',
      'Your drawing was a 7 at first, a 4 in epoch',
      '2.',
      'saved as models/mnist-classic',
      'p draws on with it, 3 reads pictures',
      'r trains anew: mnist, 5 epochs',
    ]);
  });

  it('says why there is no model', () => {
    const failed = viewEvents(trained, [
      { type: 'failed', at: at(9), run: 'mnist-classic', reason: 'it broke', remedy: 'mend it' },
    ]);
    const options = { width: 44, glyphs };
    expect(text(endedRows(failed, { ...next, scores: new Map() }, options))[0]).toBe(
      '✗ it broke: mend it',
    );
    const stopped = { ...completed, type: 'stopped', model: null } as const;
    const early = viewOf(started, stopped as unknown as RunEvent);
    expect(text(endedRows(early, { ...next, scores: new Map() }, options))[0]).toBe(
      'stopped before the first epoch had ended',
    );
  });
});

describe('the panel of the epochs', () => {
  const panel = { width: 44, height: 5, glyphs, problem: undefined, version: undefined };

  it('says how to begin, and what went wrong', () => {
    const state = { ...next, scores: new Map() };
    expect(text(epochsPanelRows({ ...panel, view: undefined, state }))).toEqual([
      'Draw a digit: it is read after each epoch.',
      'r trains from nothing: mnist, 5 epochs',
      'd other data   n more or fewer epochs',
    ]);
    const refused = { ...panel, problem: 'a run is under way: stop it' };
    expect(text(epochsPanelRows({ ...refused, view: undefined, state }))[0]).toBe(
      '✗ a run is under way: stop it',
    );
  });

  it('has the last epochs, and asks for a drawing where there is none', () => {
    const state = { ...next, scores: scoresOf(7, 4) };
    expect(text(epochsPanelRows({ ...panel, view: trained, state, version: 3 }))).toHaveLength(2);
    expect(text(epochsPanelRows({ ...panel, view: trained, state }))).toEqual([
      'epoch 1: 91.2 %',
      'epoch 2: 98.9 %',
      '',
      'Draw a digit: each epoch then says what it',
      'is.',
    ]);
  });

  it('says why nothing comes while the run is paused', () => {
    const state = { ...next, scores: scoresOf(7, 4) };
    const paused = viewEvents(trained, [{ type: 'paused', at: at(30), epoch: 3 }]);
    expect(text(epochsPanelRows({ ...panel, view: paused, state })).at(-1)).toBe(
      '‖ paused: p in Training lets it go on',
    );
  });
});

it('has a latest score where there is any', () => {
  expect(latestScore(new Map())).toBeUndefined();
  expect(latestScore(scoresOf(7, undefined, 4))?.epoch).toBe(3);
});
