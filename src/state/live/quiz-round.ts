import type { Answer } from '../../core/analysis/scored-samples.js';

/** A sample that the room and the machine read. */
export interface QuizCard {
  label: number;
  /** 784 values, 0 background to 255 ink. */
  pixels: Uint8Array;
  /** Whether the model finds it hard. */
  hard: boolean;
  /** What the machine reads. */
  answer: Answer;
  /** Ten. */
  probabilities: readonly number[];
}

/** What the room said to a card. */
export type Guess = number | 'skipped';

export interface Round {
  cards: readonly QuizCard[];
  /** One for each card that was answered, in order; that of the card that is shown is the last while it is looked at. */
  guesses: readonly Guess[];
  /** The card that is shown; `cards.length` when the round has ended. */
  place: number;
}

export interface Score {
  /** Cards that the room has answered: skipped ones count for nobody. */
  played: number;
  room: number;
  machine: number;
  skipped: number;
}

export function roundOf(cards: readonly QuizCard[]): Round {
  return { cards, guesses: [], place: 0 };
}

/** Whether the card that is shown was answered: then so is what the machine reads. */
export function isAnswered({ guesses, place }: Round): boolean {
  return guesses.length > place;
}

export function hasEnded({ cards, place }: Round): boolean {
  return place >= cards.length;
}

/** The room's answer; only the first one counts. */
export function guess(round: Round, digit: Guess): Round {
  if (hasEnded(round) || isAnswered(round)) return round;
  return { ...round, guesses: [...round.guesses, digit] };
}

/** The next card, once this one was answered. */
export function nextCard(round: Round): Round {
  return isAnswered(round) && !hasEnded(round) ? { ...round, place: round.place + 1 } : round;
}

/** The last answer is taken back, and its card is shown. */
export function undoGuess(round: Round): Round {
  const last = round.guesses.length - 1;
  if (last < 0) return round;
  return { ...round, guesses: round.guesses.slice(0, -1), place: last };
}

export function scoreOf({ cards, guesses }: Round): Score {
  const score: Score = { played: 0, room: 0, machine: 0, skipped: 0 };
  guesses.forEach((said, place) => {
    const { label, answer } = cards[place];
    if (said === 'skipped') {
      score.skipped += 1;
      return;
    }
    score.played += 1;
    if (said === label) score.room += 1;
    if (answer.right) score.machine += 1;
  });
  return score;
}
