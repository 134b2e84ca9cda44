import { useStore } from 'zustand';
import type { Pad, PadReading } from '../../../state/live/pad-store.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { statusTones } from '../../recognition/answer-rows.js';
import { StageBoard } from './stage-board.js';

/** The drawing pad for a projector; the bar is how sure the answer is. */
export function StagePad({ pad }: { pad: Pad }) {
  const { glyphs } = useTerminal();
  const { reading } = useStore(pad.store);
  const answer = reading.status === 'ready' ? reading.answer : undefined;
  return (
    <StageBoard
      board={pad.board}
      answer={answer}
      words={trustWords(reading, glyphs)}
      fraction={answer && !answer.seen.blank ? answer.confidence : 0}
      tone={answer && statusTones[answer.status]}
    />
  );
}

function trustWords(reading: PadReading, glyphs: Glyphs): RowLike {
  if (reading.status === 'failed') return [span(`${glyphs.cross} ${reading.problem}`, 'bad')];
  if (reading.status !== 'ready') return '';
  const { confidence, rejected, digit, seen } = reading.answer;
  if (seen.blank) return [span('no ink was found', 'warning')];
  const doubt = rejected ? `   not sure it is a digit, best guess ${digit}` : '';
  return [span(percent(confidence), 'strong'), span(doubt, 'warning')];
}
