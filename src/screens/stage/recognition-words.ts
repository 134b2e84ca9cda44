import type { RecognitionState } from '../../state/recognition-state.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import type { StagePart } from './stage-page.js';

/** What the room reads while there is no answer on stage: how to get one, or why there is none. */
export function recognitionWords(
  { reading, models, filter }: Pick<RecognitionState, 'reading' | 'models' | 'filter'>,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): StagePart[] {
  const hasAnswers = reading !== undefined && reading.results.length > 0;
  const trouble = models.status === 'failed' && !hasAnswers ? models.problem : undefined;
  const problem = reading?.problem ?? trouble;
  if (problem !== undefined) {
    const lines = wrapWords(`${glyphs.cross} ${problem}`, width);
    return [
      { large: [span('no answer', 'bad')] },
      { lines: lines.map((line) => [span(line, 'strong')]) },
      ...(reading ? [{ lines: [tryAgain] }] : []),
    ];
  }
  if (hasAnswers) {
    return [
      { large: [span('no match', 'warning')] },
      { lines: [[span('Esc', 'accent'), span(` clears the filter: ${filter}`)]] },
    ];
  }
  switch (reading?.status) {
    case 'reading':
      return [{ large: 'reading' }, { lines: [[span('Esc', 'accent'), span(' stops')]] }];
    case 'stopped':
      return [{ large: [span('stopped', 'warning')] }, { lines: [tryAgain] }];
    case 'done':
      return [{ large: [span('no picture', 'warning')] }, { lines: ['none was found there'] }];
    default:
      return invitation;
  }
}

const tryAgain: Row = [span('r', 'accent'), span(' tries again')];

const invitation: StagePart[] = [
  { large: [span('s', 'accent'), '  samples'] },
  { large: [span('o', 'accent'), '  open'] },
  { lines: ['or drag a picture into this window'] },
];
