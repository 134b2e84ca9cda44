import { expect, it } from 'vitest';
import {
  guess,
  hasEnded,
  isAnswered,
  nextCard,
  type Round,
  roundOf,
  scoreOf,
  undoGuess,
} from '../../../src/state/live/quiz-round.js';
import { card } from './live-fakes.js';

const cards = [card(7, 7), card(3, 5), card(1, 1)];
const play = (...said: (number | 'skipped')[]): Round =>
  said.reduce((round, digit) => nextCard(guess(round, digit)), roundOf(cards));

it('counts what the room and the machine have read rightly', () => {
  expect(scoreOf(play(7, 3, 0))).toEqual({ played: 3, room: 2, machine: 2, skipped: 0 });
});

it('counts a skipped card for nobody', () => {
  expect(scoreOf(play('skipped', 3))).toEqual({ played: 1, room: 1, machine: 0, skipped: 1 });
});

it('takes the first answer to a card, and goes on only after it', () => {
  const answered = guess(roundOf(cards), 7);
  expect(guess(answered, 2)).toBe(answered);
  expect(isAnswered(answered)).toBe(true);
  expect(nextCard(roundOf(cards))).toEqual(roundOf(cards));
});

it('ends after the last card, and stays there', () => {
  const ended = play(7, 3, 1);
  expect(hasEnded(ended)).toBe(true);
  expect(nextCard(ended)).toBe(ended);
  expect(guess(ended, 4)).toBe(ended);
});

it('takes the last answer back, and shows its card', () => {
  expect(undoGuess(guess(roundOf(cards), 7))).toEqual(roundOf(cards));
  expect(undoGuess(play(7, 3))).toEqual(play(7));
  expect(undoGuess(play(7, 3, 1))).toEqual({ cards, guesses: [7, 3], place: 2 });
  expect(undoGuess(roundOf(cards))).toEqual(roundOf(cards));
});
