import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import {
  guess,
  hasEnded,
  isAnswered,
  nextCard,
  type Round,
  undoGuess,
} from '../../state/live/quiz-round.js';
import type { QuizState } from '../../state/live/quiz-store.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { SmoothDigit } from '../../ui/components/smooth-digit.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeyClick, useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { rowWidth } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import type { DemoViewProps } from './demo-view.js';
import {
  finalRows,
  questionRows,
  revealRows,
  roundRow,
  scoreRows,
  waitingRows,
} from './quiz-rows.js';
import { QuizEndOnStage, QuizOnStage } from './quiz-stage.js';

/** The room guesses before the machine does. */
export function QuizView({ live, status, onBack }: DemoViewProps) {
  const { quiz } = live;
  const state = useStore(quiz.store);
  const { stage } = useTerminal();
  const area = useWorkArea();
  useEffect(() => {
    void quiz.open(live.store.getState().model);
    return () => quiz.cancel();
  }, [quiz, live]);

  const round = state.status === 'playing' ? state.round : undefined;
  const next = () => {
    if (round && hasEnded(round)) void quiz.newRound();
    else quiz.play(nextCard);
  };
  const availability = quizAvailability(round);
  useKeys(
    'live-quiz',
    {
      guess: (digit) => quiz.play((played) => guess(played, Number(digit))),
      'next-card': next,
      'skip-card': () => quiz.play((played) => nextCard(guess(played, 'skipped'))),
      'undo-guess': () => quiz.play(undoGuess),
      'new-round': () => void quiz.newRound(),
      'quiz-source': () => void quiz.turnSource(),
      back: onBack,
    },
    { availability },
  );
  const click = useKeyClick();
  const mouse = useMouse({
    onPress: () => {
      if (round && (hasEnded(round) || isAnswered(round))) click('enter');
    },
  });
  return (
    <Frame screen="live-demo" place="live-quiz" availability={availability} status={status}>
      <Box ref={mouse} {...area} flexDirection="column">
        {!round ? (
          <Words rows={(size) => waitingRows(state, size)} />
        ) : stage === 'on' ? (
          hasEnded(round) ? (
            <QuizEndOnStage round={round} />
          ) : (
            <QuizOnStage round={round} />
          )
        ) : hasEnded(round) ? (
          <Words rows={(size) => finalRows(round, size)} />
        ) : (
          <Card state={state} round={round} />
        )}
      </Box>
    </Frame>
  );
}

/** Rows below a card: the two scores, and which round it is. */
const belowCard = 3;

function Card({ state, round }: { state: QuizState; round: Round }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const height = area.height - belowCard;
  const pictureWidth = Math.min(area.width - 36, Math.max(44, Math.floor(area.width * 0.55)));
  const picture = { title: 'A digit', width: pictureWidth, height };
  const beside = { title: 'Answer', width: area.width - pictureWidth, height };
  const inner = panelInner(beside);
  const card = round.cards[round.place];
  const said = round.guesses[round.place];
  const rows =
    said === undefined
      ? questionRows({ ...inner, glyphs })
      : revealRows(card, said, { ...inner, glyphs });
  return (
    <>
      <Box height={height}>
        <Panel {...picture}>
          <SmoothDigit pixels={card.pixels} {...panelInner(picture)} />
        </Panel>
        <Panel {...beside}>
          <Rows rows={rows} {...inner} />
        </Panel>
      </Box>
      <Box paddingX={1}>
        <Rows
          rows={[...scoreRows(round, glyphs), roundRow(state, area.width - 2)]}
          width={area.width - 2}
        />
      </Box>
    </>
  );
}

interface WordsProps {
  rows: (size: {
    width: number;
    height: number;
    glyphs: ReturnType<typeof useTerminal>['glyphs'];
  }) => readonly RowLike[];
}

/** Rows in the middle of the area. */
function Words({ rows: make }: WordsProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const rows = make({ width: Math.min(72, area.width - 4), height: area.height - 2, glyphs });
  return (
    <Box {...area} alignItems="center" justifyContent="center">
      <Rows rows={rows} width={Math.max(...rows.map(rowWidth))} />
    </Box>
  );
}

function quizAvailability(round: Round | undefined): Availability {
  const loading = 'there is no picture to guess yet';
  if (!round) {
    return { guess: loading, 'next-card': loading, 'skip-card': loading, 'undo-guess': loading };
  }
  const undo = round.guesses.length > 0 ? true : 'nothing was guessed yet';
  if (hasEnded(round)) {
    const over = 'the round has ended: n begins another one';
    return { guess: over, 'skip-card': over, 'undo-guess': undo };
  }
  if (isAnswered(round)) {
    const answered = 'it was answered: Enter goes on, u takes the guess back';
    return { guess: answered, 'skip-card': answered, 'undo-guess': undo };
  }
  return { 'next-card': 'say what you read first (0 to 9), or skip it (s)', 'undo-guess': undo };
}
