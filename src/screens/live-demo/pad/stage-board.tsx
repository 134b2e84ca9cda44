import { Box } from 'ink';
import type { ReadDrawingAnswer } from '../../../host/protocol.js';
import type { Board } from '../../../state/live/board.js';
import { Rows } from '../../../ui/components/rows.js';
import { thickBar } from '../../../ui/components/thick-bar.js';
import type { RowLike, Tone } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { signRows } from '../../stage/picture-words.js';
import { stagePictureLayout } from '../../stage/stage-layout.js';
import { canvasRows } from './canvas-rows.js';
import { CanvasView } from './canvas-view.js';

export interface StageBoardProps {
  board: Board;
  answer: ReadDrawingAnswer | undefined;
  /** The one row of words, above the bar. */
  words: RowLike;
  /** 0 to 1. */
  fraction: number;
  tone?: Tone;
}

/** For a projector: what is drawn at the left, one digit as tall as the screen right of it, and one bar. */
export function StageBoard({ board, answer, words, fraction, tone }: StageBoardProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const layout = stagePictureLayout(area);
  const { leftWidth: width, rim, barHeight, answerWidth } = layout;
  const rows = canvasRows({ width, height: area.height - 2 * rim - barHeight - 1 });
  const bar = thickBar({ fraction, width, height: barHeight, glyphs, tone });
  const sign = answer ? signRows({ file: '', ...answer }, layout, glyphs) : [];
  return (
    <Box>
      <Box flexDirection="column" width={width} marginLeft={2} marginTop={rim}>
        <Box width={width} justifyContent="center">
          <CanvasView board={board} rows={rows} />
        </Box>
        <Rows rows={[words, ...bar]} width={width} />
      </Box>
      <Box height={area.height} alignItems="center">
        <Rows rows={sign} width={answerWidth} />
      </Box>
    </Box>
  );
}
