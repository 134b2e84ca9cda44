import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run/event.js';
import type { RunSummary } from '../../src/host/protocol.js';
import { interruptedRun, resumableView } from '../../src/state/resumable-run.js';
import { emptyView, viewEvents } from '../../src/state/run-view.js';
import { at, completed, epochStarted, started } from './run-fakes.js';

const saved = { epoch: 7, step: 0, at: at(70) };
const summary = (id: string, more: Partial<RunSummary> = {}): RunSummary => ({
  id,
  status: 'failed',
  epoch: 7,
  validationTrail: [],
  resumable: saved,
  ...more,
});

describe('the run that one comes back to', () => {
  it('is the newest, by the name that a person gave it', () => {
    const runs = [summary('b', { title: 'evening' }), summary('a')];
    expect(interruptedRun(runs)).toEqual({
      id: 'b',
      name: 'evening',
      state: 'ended',
      saved,
      epochs: undefined,
    });
  });

  it.each<[string, RunSummary[]]>([
    ['there is none', []],
    ['it has nothing that was saved', [summary('b', { resumable: undefined })]],
    ['it was stopped by a person', [summary('b', { status: 'stopped' })]],
    ['another was made since', [summary('b', { status: 'completed' }), summary('a')]],
  ])('is none where %s', (_, runs) => {
    expect(interruptedRun(runs)).toBeUndefined();
  });

  it('is one that was paused before all others: the queue waits for it', () => {
    const paused = summary('a', { status: 'paused' });
    expect(interruptedRun([summary('b'), paused])).toMatchObject({ id: 'a', state: 'paused' });
  });

  it('is not one that a host holds', () => {
    expect(interruptedRun([summary('a', { status: 'paused', resumable: undefined })])).toBe(
      undefined,
    );
  });

  it('is not hidden by one that waits', () => {
    const waiting = summary('c', { status: 'waiting', queued: 1 });
    expect(interruptedRun([waiting, summary('b')])?.id).toBe('b');
  });
});

describe('the run that is shown', () => {
  const view = (...events: RunEvent[]) =>
    viewEvents(emptyView('mnist-classic'), [started, epochStarted(8), ...events]);

  it('can be resumed where the list says so, however it ended', () => {
    const runs = [summary('mnist-classic', { status: 'stopped' })];
    expect(resumableView(view(completed), runs)?.saved).toEqual(saved);
    expect(resumableView(view(), runs)).toBeUndefined();
  });

  it('can be resumed by its log where its host has just gone', () => {
    const failed: RunEvent = {
      type: 'failed',
      at: at(80),
      run: 'mnist-classic',
      reason: 'gone',
      remedy: 'R',
    };
    const state: RunEvent = { type: 'state-saved', ...saved };
    expect(resumableView(view(state, failed))).toMatchObject({ saved, epochs: 20 });
    expect(resumableView(view(failed))).toBeUndefined();
    expect(resumableView(view(state, completed))).toBeUndefined();
  });
});
