import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run/event.js';
import { countWaiting, farewell, leaveRows } from '../../src/screens/leave-words.js';
import { newsWords } from '../../src/screens/run-news-words.js';
import { runStatus } from '../../src/screens/run-status.js';
import type { RunNews } from '../../src/state/run-news.js';
import { emptyView, viewEvents } from '../../src/state/run-view.js';
import { glyphsFor } from '../../src/ui/glyphs.js';
import { rowText } from '../../src/ui/rows.js';
import { runSummary } from '../state/analytics/analytics-fakes.js';
import { at, completed, epochStarted, params, progress, started } from '../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const paused: RunEvent = { type: 'paused', at: at(70), epoch: 7 };
const waiting = emptyView('mnist-classic', params);
const running = viewEvents(waiting, [started, epochStarted(7), progress(7, 300)]);
const atRest = viewEvents(running, [paused]);

describe('who leaves a run', () => {
  const words = (view: typeof running, behind = 0) => leaveRows(view, behind).map(rowText);

  it('is told where it is, and how to come back', () => {
    expect(words(running)).toEqual([
      'mnist-classic',
      'It goes on without you: epoch 7 of 20, about 1 min 42 s left.',
      '',
      'digitscope comes back to it; to follow it in lines:',
      'digitscope attach mnist-classic',
    ]);
  });

  it('is told that a pause stays one', () => {
    expect(words(atRest)[1]).toBe('It stays paused at epoch 7 of 20, until someone lets it go on.');
    expect(farewell(atRest)).toMatch(/^mnist-classic is paused\. To come back to it: digitscope\n/);
  });

  it('is told of its data, and of the runs behind it', () => {
    expect(words(waiting, 3).slice(1, 3)).toEqual([
      'It goes on without you: loading its data.',
      'The 3 runs that wait behind it begin one after the other.',
    ]);
    const queue = [runSummary('b', { queued: 1 }), runSummary('a')];
    expect(countWaiting(queue)).toBe(1);
  });
});

describe('what is told of a run', () => {
  const by = 'digitscope on pts/2';
  const news = (event: RunNews['event'], shown: 'shown' | 'hidden' = 'hidden') =>
    newsWords({ run: 'night', event }, { run: shown, key: '2' }, glyphs)?.text;

  it.each<[RunNews['event'], string]>([
    [{ type: 'begun' }, 'night is training: 2 shows it'],
    [{ type: 'paused', at: 0, epoch: 1, by }, `night: ‖ paused, by ${by}`],
    [
      { type: 'resumed', at: 0, epoch: 8, by, from: { epoch: 7, step: 20 } },
      `night: ▸ goes on from epoch 8, step 20, by ${by}`,
    ],
    [
      { type: 'settings-changed', at: 0, epoch: 1, by, epochs: { from: 20, to: 30 } },
      `night: ◆ epochs 20 → 30, by ${by}`,
    ],
    [
      { type: 'failed', at: 0, run: 'night', reason: 'no disk', remedy: 'make room' },
      'night: no disk: make room',
    ],
    [completed as RunNews['event'], 'night: finished, 99.34 % in validation: 2 shows it'],
  ])('where it is not shown: %o', (event, words) => {
    expect(news(event)).toBe(words);
  });

  it('is no more than the screen does not say by itself, where it is shown', () => {
    expect(news({ type: 'paused', at: 0, epoch: 1, by }, 'shown')).toBe(`‖ paused, by ${by}`);
    expect(news(completed as RunNews['event'], 'shown')).toBeUndefined();
    expect(news({ type: 'begun' }, 'shown')).toBe('night has begun');
  });
});

it('tells beside the tabs that a run is paused', () => {
  expect(rowText(runStatus({ view: running }, glyphs))).toBe('● epoch 7/20');
  expect(rowText(runStatus({ view: atRest }, glyphs))).toBe('‖ paused 7/20');
});
