import { beforeEach, describe, expect, it } from 'vitest';
import { decodeScored } from '../../../src/state/analytics/scored.js';
import { drawRound } from '../../../src/state/live/quiz-cards.js';
import { guess, type Round } from '../../../src/state/live/quiz-round.js';
import { Quiz } from '../../../src/state/live/quiz-store.js';
import { FakeLiveHost, scoreAnswer } from './live-fakes.js';

let host: FakeLiveHost;
let quiz: Quiz;

beforeEach(() => {
  host = new FakeLiveHost();
  quiz = new Quiz({ connect: async () => host, sources: ['mnist:test', '/digits'], seed: 7 });
});

function round(): Round {
  const state = quiz.store.getState();
  if (state.status !== 'playing') throw new Error(`it is ${state.status}`);
  return state.round;
}

describe('a round', () => {
  const samples = decodeScored(scoreAnswer(400));
  const isWrong = (index: number) => index % 10 === 9;

  it('has ten cards, half of them hard, in an order that the seed decides', () => {
    const drawn = drawRound(samples, { seed: 1, used: new Set() });
    expect(drawn).toHaveLength(10);
    expect(drawn.filter(({ hard }) => hard)).toHaveLength(5);
    expect(drawRound(samples, { seed: 1, used: new Set() })).toEqual(drawn);
    expect(drawRound(samples, { seed: 2, used: new Set() })).not.toEqual(drawn);
  });

  it('draws hard cards from what the model misreads', () => {
    // 40 of the 60 hardest are misread.
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const hard = seeds.flatMap((seed) =>
      drawRound(samples, { seed, used: new Set() }).filter((card) => card.hard),
    );
    expect(hard.filter(({ index }) => isWrong(index)).length).toBeGreaterThan(hard.length / 2);
  });

  it('draws no card twice', () => {
    const used = new Set<number>();
    for (let seed = 0; seed < 20; seed += 1) {
      for (const { index } of drawRound(samples, { seed, used })) {
        expect(used.has(index)).toBe(false);
        used.add(index);
      }
    }
  });

  it('is shorter where there are fewer samples', () => {
    expect(drawRound(decodeScored(scoreAnswer(3)), { seed: 1, used: new Set() })).toHaveLength(3);
    expect(drawRound(decodeScored(scoreAnswer(0)), { seed: 1, used: new Set() })).toEqual([]);
  });
});

it('asks the model about the source once, and tells what it reads of each card', async () => {
  await quiz.open('starter');
  await quiz.newRound();
  expect(host.scored).toEqual([{ source: 'mnist:test', model: 'starter' }]);
  for (const { label, answer, probabilities } of round().cards) {
    expect(answer.digit).toBe(label === 9 ? 0 : label);
    expect(probabilities).toHaveLength(10);
  }
});

it('goes on with the round that was left', async () => {
  await quiz.open(undefined);
  quiz.play((played) => guess(played, 4));
  quiz.cancel();
  await quiz.open(undefined);
  expect(round().guesses).toEqual([4]);
});

it('begins anew with other data, and with another model', async () => {
  await quiz.open(undefined);
  await quiz.turnSource();
  expect(quiz.store.getState().source).toBe('/digits');
  await quiz.open('other');
  expect(host.scored.map(({ source }) => source)).toEqual(['mnist:test', '/digits', '/digits']);
});

it('begins again with cards that were used when all are', async () => {
  host.score = scoreAnswer(12);
  await quiz.open(undefined);
  expect(round().cards).toHaveLength(10);
  await quiz.newRound();
  expect(round().cards).toHaveLength(2);
  await quiz.newRound();
  expect(round().cards).toHaveLength(10);
});

it('says why there is no round, and asks anew after that', async () => {
  host.score = new Error('mnist:test could not be loaded');
  await quiz.open(undefined);
  expect(quiz.store.getState()).toEqual({
    source: 'mnist:test',
    status: 'failed',
    problem: 'mnist:test could not be loaded',
  });
  host.score = scoreAnswer(0);
  await quiz.newRound();
  expect(quiz.store.getState()).toMatchObject({
    problem: 'there is no picture to guess: take other data (d)',
  });
  host.score = scoreAnswer(40);
  await quiz.newRound();
  expect(round().cards).toHaveLength(10);
});

it('asks anew where the host knows nothing of what was scored', async () => {
  await quiz.open(undefined);
  const { samples } = host.analysis;
  host.analysis.samples = async () => {
    host.analysis.samples = samples;
    throw new Error('there is no such analysis');
  };
  await quiz.newRound();
  expect(round().cards).toHaveLength(10);
  expect(host.scored).toHaveLength(2);
});

it('drops a round whose loading was left', async () => {
  const opening = quiz.open(undefined);
  quiz.cancel();
  await opening;
  expect(quiz.store.getState()).toEqual({ source: 'mnist:test', status: 'idle' });
});
