import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../src/core/run/event.js';
import {
  besideSettings,
  controlAvailability,
} from '../../../../src/screens/training/control/control-availability.js';
import { savedWords } from '../../../../src/screens/training/control/saved-words.js';
import { emptyView, viewEvents } from '../../../../src/state/run-view.js';
import {
  at,
  completed,
  epochEnded,
  epochStarted,
  params,
  started,
} from '../../../state/run-fakes.js';

const waiting = emptyView('mnist-classic', params);
const first = viewEvents(waiting, [started, epochStarted(1)]);
const finished = viewEvents(first, [epochEnded(1, 0.99), completed]);
const paused = viewEvents(first, [{ type: 'paused', at: at(5), epoch: 1 } as RunEvent]);
const resumable = {
  id: 'mnist-classic',
  name: 'mnist-classic',
  state: 'ended',
  saved: { epoch: 7, step: 0, at: 0 },
  epochs: 20,
} as const;

describe('what can be done to a run', () => {
  it('is all of it while it goes on', () => {
    expect(controlAvailability({ view: first }, undefined)).toMatchObject({
      pause: true,
      stop: true,
      'change-rate': true,
      'change-epochs': true,
      detach: true,
    });
  });

  it('is a stop alone while its data is loaded, and nothing before it has a name', () => {
    const loading = 'its data is being loaded: s cancels that';
    expect(controlAvailability({ view: waiting }, undefined)).toMatchObject({
      pause: loading,
      'change-rate': loading,
      stop: true,
    });
    const starting = { view: emptyView('', params) };
    expect(controlAvailability(starting, undefined).stop).toBe('it is just starting');
  });

  it('is one thing at a time', () => {
    const { pause, stop } = controlAvailability({ view: first, pending: 'pause' }, undefined);
    expect([pause, stop]).toEqual(Array(2).fill('it is pausing after the step under way'));
  });

  it('is to let it go on when it is paused', () => {
    expect(controlAvailability({ view: paused }, undefined)).toMatchObject({
      pause: { does: 'go on' },
      'resume-run': 'p lets it go on',
      'change-rate': true,
    });
  });

  it('is to resume it when it has ended before its time', () => {
    expect(controlAvailability({ view: finished }, resumable)).toMatchObject({
      stop: 'it has ended',
      'resume-run': true,
    });
    expect(controlAvailability({ view: finished }, undefined)['resume-run']).toBe(
      'there is nothing to resume it from',
    );
  });
});

it('files a run from the settings while one is under way, and shows that one', () => {
  expect(besideSettings({ view: first }, undefined).start).toEqual({ does: 'run next' });
  expect(besideSettings({}, resumable)).toEqual({
    'show-run': 'nothing is being trained: r starts a run',
    'resume-run': true,
  });
});

it.each([
  [{ epoch: 7, step: 0 }, 'epoch 7 of 20 was saved, 3 min ago'],
  [{ epoch: 7, step: 1200 }, 'epoch 8 of 20 was saved at step 1,200, 3 min ago'],
  [{ epoch: 0, step: 0 }, 'its beginning was saved, 3 min ago'],
])('says what was saved: %o', (place, words) => {
  const saved = { ...place, at: at(0) };
  expect(savedWords({ ...resumable, saved }, at(180))).toBe(words);
});
