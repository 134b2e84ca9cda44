import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Epochs } from '../../../src/state/analytics/epochs-store.js';
import type { Subject } from '../../../src/state/analytics/subject.js';
import { epochScore, FakeAnalyst, last, scoreAnswer, settle, sure } from './analysis-fakes.js';

const run: NonNullable<Subject['run']> = {
  id: 'digits-classic',
  status: 'completed',
  epoch: 3,
  validationTrail: [],
};

let host: FakeAnalyst;
let epochs: Epochs;
const state = () => epochs.store.getState();

beforeEach(() => {
  host = new FakeAnalyst();
  host.kept = [1, 2, 3];
  epochs = new Epochs(host.connection());
});

/** Looks at the run, whose two validation samples are read as these digits. */
async function look(labels = [4, 7], answers = [9, 7]): Promise<void> {
  await epochs.look({ run });
  await settle();
  last(host.scores).answer(scoreAnswer(labels, answers));
  await settle();
}

/** Answers the newest trace. */
async function traced(...answers: number[]): Promise<void> {
  const points = answers.map((digit, index) => ({
    epoch: index + 1,
    probabilities: sure(digit),
  }));
  last(host.traces).answer({ points });
  await settle();
}

describe('the epochs of a run', () => {
  it('begin at the last one, with the hardest sample', async () => {
    await look();
    expect(state().epoch).toBe(3);
    expect(host.asked).toEqual([[0]]);
    expect(state().picture).toMatchObject({ status: 'ready', picture: { from: { place: 0 } } });
    await traced(9, 9, 4);
    expect(state().trace.work).toBe('done');
    expect(state().trace.byEpoch.get(3)?.[4]).toBe(1);
  });

  it('are moved along, no further than the ends', async () => {
    await look();
    epochs.move(-1);
    expect(state().epoch).toBe(2);
    epochs.moveTo(0);
    expect(state().epoch).toBe(1);
    epochs.move(-1);
    expect(state().epoch).toBe(1);
    epochs.moveTo(Number.MAX_SAFE_INTEGER);
    expect(state().epoch).toBe(3);
  });

  it('play like a film that begins anew at its end, and halts there', async () => {
    await look();
    epochs.togglePlaying();
    expect(state()).toMatchObject({ film: 'playing', epoch: 1 });
    epochs.advance();
    expect(state()).toMatchObject({ film: 'playing', epoch: 2 });
    epochs.advance();
    expect(state()).toMatchObject({ film: 'halted', epoch: 3 });
    epochs.advance();
    expect(state().epoch).toBe(3);
  });

  it('of which there is one only are no film', async () => {
    host.kept = [1];
    await look();
    epochs.togglePlaying();
    expect(state()).toMatchObject({ film: 'halted', epoch: 1 });
  });

  it('that come while one stands at the end are followed, and traced as well', async () => {
    await look();
    await traced(9, 9, 4);
    host.kept = [1, 2, 3, 4];
    await epochs.refresh();
    await settle();
    expect(state().epoch).toBe(4);
    expect(host.traces).toHaveLength(2);
    epochs.move(-2);
    host.kept = [1, 2, 3, 4, 5];
    await epochs.refresh();
    expect(state().epoch).toBe(2);
  });

  it('are none where the run kept none, and nothing is asked of it', async () => {
    host.kept = [];
    await epochs.look({ run });
    await settle();
    expect(state().kept).toEqual({ status: 'ready', epochs: [] });
    epochs.togglePlaying();
    epochs.toggleFace();
    await settle();
    expect([host.scores, host.epochScores]).toEqual([[], []]);
  });

  it('are those of the run that is looked at now', async () => {
    await look();
    await epochs.look({ run: undefined });
    expect(state()).toMatchObject({ run: undefined, kept: { status: 'no-run' } });
    expect(last(host.traces).signal?.aborted).toBe(true);
  });

  it('tell why they cannot be listed', async () => {
    host.kept = new Error('the disk is gone');
    await epochs.look({ run });
    expect(state().kept).toEqual({ status: 'failed', problem: 'the disk is gone' });
    host.kept = [1];
    void epochs.again();
    await settle();
    expect(state().kept).toMatchObject({ status: 'ready' });
    expect(host.scores).toHaveLength(1);
  });
});

describe('the picture', () => {
  it('is turned to easier ones and back, no further than the ends', async () => {
    await look();
    epochs.turnPicture(1);
    await settle();
    expect(host.asked.at(-1)).toEqual([1]);
    epochs.turnPicture(1);
    await settle();
    expect(state().picture).toMatchObject({ picture: { from: { place: 1 } } });
    epochs.turnPicture(-1);
    await settle();
    expect(state().picture).toMatchObject({ picture: { from: { place: 0 } } });
    expect(host.traces.slice(0, -1).every(({ signal }) => signal?.aborted)).toBe(true);
  });

  it('may come from a file', async () => {
    await look();
    const pixels = Buffer.alloc(784, 9).toString('base64');
    host.predicted = {
      total: 1,
      results: [{ file: '/a/seven.png', seen: { pixels, stages: [], blank: false } }],
    };
    await epochs.readFile('/a/seven.png');
    expect(state().picture).toMatchObject({
      status: 'ready',
      picture: { from: { kind: 'file', file: '/a/seven.png' } },
    });
    expect(last(host.traces).params.pixels).toBe(pixels);
    epochs.turnPicture(1);
    await settle();
    expect(state().picture).toMatchObject({ picture: { from: { kind: 'hard', place: 0 } } });
  });

  it.each([
    [{ total: 12, results: [] }, '/a holds 12 pictures: choose one of them (f)'],
    [{ total: 0, results: [] }, '/a holds no picture: choose another (f)'],
    [{ total: 1, results: [{ file: '/a', error: 'a is empty' }] }, 'a is empty'],
    [
      { total: 1, results: [{ file: '/a', seen: { pixels: '', stages: [], blank: true } }] },
      'no ink was found in /a: choose another picture (f)',
    ],
  ])('of a path that holds %j is refused', async (predicted, problem) => {
    await look();
    host.predicted = predicted;
    await epochs.readFile('/a');
    expect(state().picture).toEqual({ status: 'failed', problem });
    host.predicted = {
      total: 1,
      results: [{ file: '/a', seen: { pixels: '', stages: [], blank: false } }],
    };
    void epochs.again();
    await settle();
    expect(state().picture).toMatchObject({ status: 'ready', picture: { from: { file: '/a' } } });
  });

  it('is looked for anew where the host has forgotten it', async () => {
    await look();
    host.samplesProblem = new Error('these samples are no longer in memory');
    epochs.turnPicture(1);
    await settle();
    expect(state().picture).toMatchObject({ status: 'failed' });
    host.samplesProblem = undefined;
    void epochs.again();
    await settle();
    last(host.scores).answer(scoreAnswer([4, 7], [9, 7], { analysis: 'set-2' }));
    await settle();
    expect(state().picture).toMatchObject({ status: 'ready' });
  });

  it('of a file stops the search for samples, which n begins anew', async () => {
    await epochs.look({ run });
    await settle();
    host.predicted = {
      total: 1,
      results: [{ file: '/a', seen: { pixels: '', stages: [], blank: false } }],
    };
    await epochs.readFile('/a');
    expect(last(host.scores).signal?.aborted).toBe(true);
    expect(state().hard).toEqual({ status: 'stopped' });
    epochs.turnPicture(1);
    await settle();
    last(host.scores).answer(scoreAnswer([4, 7], [9, 7]));
    await settle();
    expect(state().picture).toMatchObject({ picture: { from: { kind: 'hard', place: 0 } } });
  });

  it('is looked for until that is cancelled', async () => {
    await epochs.look({ run });
    await settle();
    last(host.scores).tell({ phase: 'score', done: 1, total: 2 });
    expect(state().hard).toMatchObject({ status: 'working', progress: { done: 1, total: 2 } });
    expect(epochs.back()).toBe('stepped');
    expect(last(host.scores).signal?.aborted).toBe(true);
    expect(state().hard).toEqual({ status: 'stopped' });
    last(host.scores).answer(scoreAnswer([4], [9]));
    await settle();
    expect(state().hard).toEqual({ status: 'stopped' });
    expect(epochs.back()).toBe('left');
  });

  it('of a run that never had a best epoch is chosen by its last one', async () => {
    await epochs.look({ run });
    await settle();
    expect(last(host.scores).params.weights).toEqual({ run: 'digits-classic', epoch: 3 });
  });
});

describe('the confusion matrix', () => {
  it('comes epoch by epoch, and stays as far as it came where it is stopped', async () => {
    vi.useFakeTimers();
    await look();
    epochs.toggleFace();
    await settle();
    const asked = last(host.epochScores);
    asked.tell({ phase: 'load', done: 1, total: 2 });
    const score = epochScore(1, [4, 7], [9, 7]);
    asked.tell({ phase: 'score', done: 1, total: 3, score });
    vi.advanceTimersByTime(200);
    expect(state().scores.byEpoch.get(1)?.accuracy).toBe(0.5);
    vi.useRealTimers();
    await traced(9, 9, 4);
    expect(epochs.back()).toBe('stepped');
    expect(asked.signal?.aborted).toBe(true);
    expect(state().scores.work).toBe('stopped');
    expect([...state().scores.byEpoch.keys()]).toEqual([1]);
    void epochs.again();
    await settle();
    expect(host.epochScores).toHaveLength(2);
  });

  it('of a new epoch alone is asked for where the others are known', async () => {
    await look();
    epochs.toggleFace();
    await settle();
    const scores = [1, 2, 3].map((epoch) => epochScore(epoch, [4, 7], [9, 7]));
    last(host.epochScores).answer({ epochs: scores });
    await settle();
    expect(state().scores.work).toBe('done');
    host.kept = [1, 2, 3, 4];
    await epochs.refresh();
    await settle();
    expect(last(host.scores).params).toEqual({
      weights: { run: 'digits-classic', epoch: 4 },
      part: 'validation',
    });
    last(host.scores).answer(scoreAnswer([4, 7], [4, 7]));
    await settle();
    expect(state().scores.byEpoch.get(4)?.accuracy).toBe(1);
  });

  it('tells why it failed, and is asked for again', async () => {
    await look();
    epochs.toggleFace();
    await settle();
    last(host.epochScores).fail(new Error('digits has changed since the training'));
    await settle();
    expect(state().scores).toMatchObject({
      work: 'failed',
      problem: 'digits has changed since the training',
    });
    void epochs.again();
    await settle();
    expect(state().scores.work).toBe('working');
  });
});
