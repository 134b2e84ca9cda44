import { Box } from 'ink';
import { useStore } from 'zustand';
import type { Pad, PadReading } from '../../../state/live/pad-store.js';
import { Rows } from '../../../ui/components/rows.js';
import { thickBar } from '../../../ui/components/thick-bar.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span, type Tone } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { statusTones } from '../../recognition/answer-rows.js';
import { signRows } from '../../stage/picture-words.js';
import { stagePictureLayout } from '../../stage/stage-layout.js';
import { canvasRows } from './canvas-rows.js';
import { CanvasView } from './canvas-view.js';

/** The drawing pad for a projector: the canvas left, one digit as tall as the screen right, one bar. */
export function StagePad({ pad }: { pad: Pad }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { reading } = useStore(pad.store);
  const layout = stagePictureLayout(area);
  const { leftWidth, rim, barHeight, answerWidth } = layout;
  const rows = canvasRows({ width: leftWidth, height: area.height - 2 * rim - barHeight - 1 });
  const sign =
    reading.status === 'ready' ? signRows({ file: '', ...reading.answer }, layout, glyphs) : [];
  return (
    <Box>
      <Box flexDirection="column" width={leftWidth} marginLeft={2} marginTop={rim}>
        <Box width={leftWidth} justifyContent="center">
          <CanvasView board={pad.board} rows={rows} />
        </Box>
        <Rows
          rows={trustRows(reading, { width: leftWidth, height: barHeight, glyphs })}
          width={leftWidth}
          height={barHeight + 1}
        />
      </Box>
      <Box height={area.height} alignItems="center">
        <Rows rows={sign} width={answerWidth} />
      </Box>
    </Box>
  );
}

/** A row of words, and the bar of how sure it is. */
function trustRows(
  reading: PadReading,
  { width, height, glyphs }: { width: number; height: number; glyphs: Glyphs },
): RowLike[] {
  if (reading.status === 'failed') return [[span(`${glyphs.cross} ${reading.problem}`, 'bad')]];
  const bar = (fraction: number, tone: Tone) => thickBar({ fraction, width, height, glyphs, tone });
  if (reading.status !== 'ready') return ['', ...bar(0, 'accent')];
  const { confidence, status, rejected, digit, seen } = reading.answer;
  if (seen.blank) return [[span('no ink was found', 'warning')], ...bar(0, 'accent')];
  const doubt = rejected ? span(`   not sure it is a digit, best guess ${digit}`, 'warning') : '';
  return [[span(percent(confidence), 'strong'), doubt], ...bar(confidence, statusTones[status])];
}
