import { useEffect } from 'react';
import type { PictureResult } from '../../host/protocol.js';
import { knownNumber } from '../../state/recognition-closer-look.js';
import type { Reading } from '../../state/recognition-reading.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { Rows } from '../../ui/components/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { TurnArea } from '../recognition/turn-area.js';
import { PictureOnStage } from './picture-on-stage.js';
import { nameRow } from './picture-words.js';
import { progressPage } from './progress-page.js';
import { recognitionWords } from './recognition-words.js';
import { stagePage } from './stage-page.js';

export interface StageRecognitionProps {
  recognition: Recognition;
  state: RecognitionState;
}

/** Recognition for a projector: one picture and its answer, and what goes on before there is one. */
export function StageRecognition({ recognition, state }: StageRecognitionProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  useEffect(() => {
    recognition.showPreviews('always');
    return () => recognition.showPreviews('large');
  }, [recognition]);

  const { reading, rows, selected } = state;
  if (reading?.status === 'reading' && reading.total > 1) {
    return <Rows rows={progressPage(readingProgress(reading), { ...area, glyphs })} {...area} />;
  }
  const result = rows.includes(selected) ? shownResult(state) : undefined;
  // Of a reading that failed, old answers are left to the table: there is room for one thing, and that is why.
  if (!result || reading?.status === 'failed') {
    const words = recognitionWords(state, { width: area.width - 8, glyphs });
    return <Rows rows={stagePage(words, { ...area, glyphs })} {...area} />;
  }
  return (
    <TurnArea recognition={recognition}>
      <PictureOnStage
        title={(width) => nameRow(state, { width, glyphs })}
        result={result}
        preview={state.preview}
      />
    </TurnArea>
  );
}

/** Where a number is looked at, with it. */
function shownResult(state: RecognitionState): PictureResult | undefined {
  const result = state.reading?.results[state.selected];
  if (!result || 'error' in result || state.view !== 'number') return result;
  return { ...result, number: knownNumber(state.closer, result.file) ?? result.number };
}

function readingProgress({ done, total, seconds }: Reading) {
  const perSecond = done > 0 && seconds > 0 ? done / seconds : Number.NaN;
  const line = [span('reading pictures, '), span('Esc', 'accent'), span(' stops')];
  return { line, done, total, secondsLeft: (total - done) / perSecond };
}
