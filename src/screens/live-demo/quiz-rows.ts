import { basename, isAbsolute } from 'node:path';
import type { Guess, QuizCard, Round } from '../../state/live/quiz-round.js';
import { hasEnded, scoreOf } from '../../state/live/quiz-round.js';
import type { QuizState } from '../../state/live/quiz-store.js';
import { cellWidth } from '../../ui/cells.js';
import { confidenceBars } from '../../ui/components/bars.js';
import { blockText, blockTextHeight } from '../../ui/components/block-text.js';
import { progressBar } from '../../ui/components/progress-bar.js';
import { duration, percent, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { centred } from '../stage/stage-page.js';
import { wrapWords } from '../wrap-words.js';

interface Area {
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** Beside the picture, before the room has said what it reads. */
export function questionRows({ width, height, glyphs }: Area): Row[] {
  const rows = blockTextHeight('?', { width, height: height - 5 });
  const sign = rows === undefined ? [] : blockText('?', { height: rows, glyphs });
  return [
    ...sign.map((line) => centred([span(line, 'accent')], width)),
    [],
    centred([span('What does the room read?', 'strong')], width),
    centred([span('0', 'accent'), span(' to '), span('9', 'accent'), span(' say it')], width),
    centred([span('s', 'accent'), span(' skips it')], width),
  ];
}

/** Beside the picture, after the room has answered: what it is, who was right, and the machine's ten bars. */
export function revealRows(card: QuizCard, said: Guess, { width, height, glyphs }: Area): Row[] {
  const { label, answer } = card;
  const machine = [
    span('the machine  '),
    span(`${answer.digit}  `, 'strong'),
    mark(answer.right, glyphs),
    span(`  ${percent(answer.confidence)}`, 'dim'),
  ];
  const words: Row[] = [
    [span('it is        '), span(String(label), 'accent')],
    [span('the room     '), span(`${said}  `, 'strong'), mark(said === label, glyphs)],
    machine,
    [],
  ];
  const bars = confidenceBars({ probabilities: card.probabilities, width, glyphs });
  const room = { width, height: height - words.length - bars.length - 1 };
  const rows = blockTextHeight(String(answer.digit), room);
  const large =
    rows === undefined ? [] : [...blockText(String(answer.digit), { height: rows, glyphs }), ''];
  return [...large.map((line) => centred([span(line, 'accent')], width)), ...words, ...bars];
}

/** Two rows: for each card who was right, and the score. */
export function scoreRows(round: Round, glyphs: Glyphs): Row[] {
  const { room, machine, played } = scoreOf(round);
  return [
    scoreRow('room   ', room, (card, said) => said === card.label),
    scoreRow('machine', machine, (card) => card.answer.right),
  ];

  function scoreRow(
    name: string,
    points: number,
    isRight: (card: QuizCard, said: Guess) => boolean,
  ): Row {
    const marks = round.cards.map((card, place) => {
      const said = round.guesses[place];
      const sign =
        said === undefined
          ? span('.', 'dim')
          : said === 'skipped'
            ? span('-', 'dim')
            : mark(isRight(card, said), glyphs);
      // One of the signs is a word where the terminal has letters alone.
      return [span(sign.text.padEnd(signWidth(glyphs)), sign.tone), span(' ')];
    });
    return [
      span(`${name}  `, 'strong'),
      ...marks.flat(),
      span(`  ${points} of ${played}`, 'strong'),
    ];
  }
}

function signWidth({ check, cross }: Glyphs): number {
  return Math.max(cellWidth(check), cellWidth(cross));
}

/** `card 4 of 10, round 1, mnist:test, seed 4711, mnist-fast` */
export function roundRow(state: QuizState, width: number): RowLike {
  if (state.status !== 'playing') return '';
  const { round, number, seed, source, model } = state;
  const card = hasEnded(round)
    ? 'the round has ended'
    : `card ${round.place + 1} of ${round.cards.length}`;
  const parts = [card, `round ${number}`, sourceName(source), `seed ${seed}`, model];
  return [span(parts.join(', ').slice(0, width), 'dim')];
}

/** Who has won, in a sentence. */
export function finalWords(round: Round): string {
  const { room, machine, played } = scoreOf(round);
  if (played === 0) return 'All were skipped: nobody has won';
  if (room === machine) return 'A draw';
  const [winner, by] =
    room > machine ? ['The room', room - machine] : ['The machine', machine - room];
  return `${winner} wins by ${numberWords[by] ?? by}`;
}

const numberWords = 'nought one two three four five six seven eight nine ten'.split(' ');

/** The end of a round: who has won, the score, and the cards that somebody misread. */
export function finalRows(round: Round, { width, height, glyphs }: Area): Row[] {
  const { room, machine, played, skipped } = scoreOf(round);
  const score = `The room read ${room} of ${played}, the machine ${machine} of ${played}`;
  const missed = round.cards.flatMap((card, place) => {
    const said = round.guesses[place];
    if (said === undefined || said === 'skipped') return [];
    if (said === card.label && card.answer.right) return [];
    return [missedRow(card, said, place, glyphs)];
  });
  const head: Row[] = [
    [span(finalWords(round), 'accent')],
    [],
    ...wrapWords(`${score}${skipped > 0 ? `; ${skipped} skipped` : ''}.`, width).map((line) => [
      span(line, 'strong'),
    ]),
    [],
  ];
  const all = missed.length > 0 ? missed : [[span('Nobody misread a card.', 'good')]];
  const keys = [
    [],
    [
      span('n', 'accent'),
      span(' or '),
      span('Enter', 'accent'),
      span('  another round of other pictures'),
    ],
    [
      span('d', 'accent'),
      span('  other data   '),
      span('u', 'accent'),
      span('  back to the last card'),
    ],
  ];
  return [...head, ...all.slice(0, Math.max(0, height - head.length - keys.length)), ...keys];
}

function missedRow({ label, answer }: QuizCard, said: number, place: number, glyphs: Glyphs): Row {
  return [
    span(`card ${String(place + 1).padStart(2)}  a ${label}   room ${said} `),
    mark(said === label, glyphs),
    span(`   machine ${answer.digit} `),
    mark(answer.right, glyphs),
    span(`  ${percent(answer.confidence)}`, 'dim'),
  ];
}

/** Before a round: how far the model is with all samples, or why there is no round. */
export function waitingRows(state: QuizState, { width, glyphs }: Omit<Area, 'height'>): RowLike[] {
  switch (state.status) {
    case 'loading': {
      const { progress, perSecond } = state;
      const what =
        progress?.phase === 'score'
          ? 'The machine reads them all, to know which are hard'
          : `Loading ${sourceName(state.source)}`;
      const bar = progress
        ? [
            progressBar({
              label: progress.phase === 'score' ? 'read' : 'loaded',
              value: progress.done,
              total: progress.total,
              width,
              glyphs,
              note: leftNote(progress, perSecond),
            }),
          ]
        : [];
      return [[span(what, 'strong')], '', ...bar, [span('Esc goes back', 'dim')]];
    }
    case 'failed':
      return [
        ...wrapWords(`${glyphs.cross} ${state.problem}`, width).map((line) => [span(line, 'bad')]),
        '',
        [span('n', 'accent'), span('  tries again')],
        [span('d', 'accent'), span('  other data')],
      ];
    default:
      return [[span('n', 'accent'), span('  begins a round')]];
  }
}

/** `4,000 samples/s   left 2 s`; nothing before it is known. */
function leftNote({ done, total }: { done: number; total: number }, perSecond: number): string {
  if (!Number.isFinite(perSecond)) return '';
  return `${rate(perSecond, 'samples')}   left ${duration((total - done) / perSecond)}`;
}

/** A dataset of the program by its name, a folder by its last part. */
export function sourceName(source: string): string {
  return isAbsolute(source) ? basename(source) : source;
}

function mark(isRight: boolean, glyphs: Glyphs) {
  return isRight ? span(glyphs.check, 'good') : span(glyphs.cross, 'bad');
}

/** Above the picture on stage: the card, and the score so far. */
export function stageTitle(round: Round): Row {
  const { room, machine } = scoreOf(round);
  return [
    span(`${round.place + 1}/${round.cards.length}`, 'accent'),
    span(`  room ${room}  machine ${machine}`, 'strong'),
  ];
}

/** Below it: what it is, and what the room said; nothing before that. */
export function stageTruth({ cards, guesses, place }: Round, glyphs: Glyphs): Row {
  const said = guesses[place];
  if (said === undefined) return [];
  const { label } = cards[place];
  return [span(`it is ${label}, the room said ${said} `, 'strong'), mark(said === label, glyphs)];
}
