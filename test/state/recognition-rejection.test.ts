import { describe, expect, it } from 'vitest';
import { toPrediction } from '../../src/core/prediction.js';
import {
  markRejected,
  nextThreshold,
  shownThreshold,
} from '../../src/state/recognition-rejection.js';
import { initialState } from '../../src/state/recognition-state.js';
import { blank, modelSummary, read, startRecognition, unreadable } from './recognition-fakes.js';

describe('the threshold between digits and what is none', () => {
  it('is the usual one where no card says better, until another is chosen', () => {
    expect(shownThreshold(initialState)).toMatchObject({ threshold: 0.6, own: 0.6 });
    expect(shownThreshold({ ...initialState, rejectAbove: 0.2 })).toMatchObject({
      threshold: 0.2,
      own: 0.6,
    });
  });

  it('is that of the card of the model that answers', () => {
    const model = modelSummary('starter', { preferred: true });
    if (!('card' in model)) throw new Error('it has a card');
    const rejection = { threshold: 0.35, digits: 1, nonDigits: 1, curve: [] };
    const card = { ...model.card, rejection };
    const models = { status: 'ready', models: [{ ...model, card }] } as const;
    expect(shownThreshold({ ...initialState, models })).toMatchObject({
      threshold: 0.35,
      model: 'starter',
      rejection,
    });
  });

  it('steps by a twentieth and stays in its range', () => {
    expect(nextThreshold(0.6, 1)).toBeCloseTo(0.65);
    expect(nextThreshold(0.6, -1)).toBeCloseTo(0.55);
    expect(nextThreshold(0.95, 1)).toBe(0.95);
    expect(nextThreshold(0.05, -1)).toBe(0.05);
    expect(nextThreshold(0.123, -1)).toBeCloseTo(0.1);
  });

  it('marks anew, blank pictures always and unreadable ones never', () => {
    const sure = read('/a.png', 3, 0.99);
    const doubtful = { ...read('/b.png', 4, 0.5), notADigit: 0.4, rejected: false };
    const results = [sure, doubtful, blank('/c.png'), unreadable('/d.png', 'd.png is not there')];
    const marks = (threshold: number) =>
      markRejected(results, threshold).map((result) => 'rejected' in result && result.rejected);
    expect(marks(0.3)).toEqual([false, true, true, false]);
    expect(marks(0.5)).toEqual([false, false, true, false]);
    expect(markRejected(results, 0.5)[0]).toBe(sure);
  });
});

describe('Recognition', () => {
  it('marks what is on the screen, and what comes after it, by the threshold that is chosen', async () => {
    const { recognition, host } = startRecognition();
    const doubtful = { ...read('/b.png', 4, 0.5), notADigit: 0.57, rejected: false };
    const isMarked = () => {
      const result = recognition.store.getState().reading?.results[0];
      return result && 'rejected' in result && result.rejected;
    };
    const first = recognition.read(['/b.png']);
    await expect.poll(() => host.predictions.length).toBe(1);
    host.predictions[0].tell(1, doubtful);
    host.predictions[0].answer();
    await first;
    expect(isMarked()).toBe(false);
    recognition.moveThreshold(-1);
    expect(isMarked()).toBe(true);

    const again = recognition.readAgain();
    await expect.poll(() => host.predictions.length).toBe(2);
    host.predictions[1].tell(1, doubtful);
    host.predictions[1].answer();
    await again;
    expect(isMarked()).toBe(true);
    recognition.resetThreshold();
    expect(isMarked()).toBe(false);
  });
});

it('a prediction is rejected above its threshold only', () => {
  const probabilities = [0.6, 0.4, 0, 0, 0, 0, 0, 0, 0, 0];
  expect(toPrediction(probabilities, 0.2).rejected).toBe(true);
  expect(toPrediction(probabilities, 0.4).rejected).toBe(false);
});
