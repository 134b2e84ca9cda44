import { Box } from 'ink';
import { confidenceStatus } from '../../core/prediction.js';
import type { Round } from '../../state/live/quiz-round.js';
import { scoreOf } from '../../state/live/quiz-round.js';
import { blockText } from '../../ui/components/block-text.js';
import { Rows } from '../../ui/components/rows.js';
import { SmoothDigit } from '../../ui/components/smooth-digit.js';
import { thickBar } from '../../ui/components/thick-bar.js';
import { percent } from '../../ui/format.js';
import type { RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { statusTones } from '../recognition/answer-rows.js';
import { stagePictureLayout } from '../stage/stage-layout.js';
import { centred, largeRows, stagePage } from '../stage/stage-page.js';
import { finalWords, stageTitle, stageTruth } from './quiz-rows.js';

/** A card for the whole room: the picture left, then what the machine reads as tall as the screen. */
export function QuizOnStage({ round }: { round: Round }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const layout = stagePictureLayout(area);
  const { leftWidth, answerWidth, rim, digitHeight, percentageHeight, barHeight } = layout;
  const card = round.cards[round.place];
  const isShown = round.guesses.length > round.place;
  const { answer } = card;
  const tone = !isShown ? 'accent' : answer.right ? 'good' : 'bad';
  const sign = blockText(isShown ? String(answer.digit) : '?', { height: digitHeight, glyphs });
  const bar = { width: leftWidth, height: barHeight, glyphs };
  const below: RowLike[] = isShown
    ? [
        ...largeRows([span(percent(answer.confidence).replace(' ', ''), 'strong')], {
          height: percentageHeight,
          glyphs,
        }),
        '',
        ...thickBar({
          ...bar,
          fraction: answer.confidence,
          tone: statusTones[confidenceStatus(answer.confidence)],
        }),
      ]
    : largeRows('0 - 9', { height: percentageHeight, glyphs });
  const belowHeight = percentageHeight + 1 + barHeight;
  return (
    <Box>
      <Box flexDirection="column" marginLeft={2} marginTop={rim}>
        <Rows rows={[stageTitle(round)]} width={leftWidth} />
        <SmoothDigit pixels={card.pixels} {...layout.picture} />
        <Rows
          rows={[stageTruth(round, glyphs), ...below]}
          width={leftWidth}
          height={belowHeight + 1}
        />
      </Box>
      <Box height={area.height} alignItems="center">
        <Rows
          rows={sign.map((line) => centred([span(line, tone)], answerWidth))}
          width={answerWidth}
        />
      </Box>
    </Box>
  );
}

/** Who has won. */
export function QuizEndOnStage({ round }: { round: Round }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { room, machine } = scoreOf(round);
  const parts = [
    { large: `${room}:${machine}` },
    { lines: [[span('room : machine', 'dim')], '', [span(finalWords(round), 'strong')]] },
    { lines: [[span('Enter', 'accent'), span(' another round')]] },
  ];
  return <Rows rows={stagePage(parts, { ...area, glyphs })} {...area} />;
}
