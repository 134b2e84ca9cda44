import type { Reading } from '../../state/recognition-reading.js';
import { preferredModel, type RecognitionState } from '../../state/recognition-state.js';
import { count } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

export type EmptyState = Pick<RecognitionState, 'reading' | 'models' | 'model'>;

/** What the screen says while there is no answer to show: how to get one, or why there is none. */
export function emptyRows(
  state: EmptyState,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  const { reading, models } = state;
  const trouble = models.status === 'failed' ? models.problem : undefined;
  return [
    ...headline(reading, { width, glyphs, trouble }),
    [],
    key('o', 'opens a picture, several, or a folder'),
    key('', 'or paste a path, or drag files into this window'),
    key('s', 'reads the sample digits'),
    key('m', `chooses the model: ${nextModelName(state) ?? 'none yet'}`),
  ];
}

/** The model that the next reading asks. */
export function nextModelName({ models, model }: Omit<EmptyState, 'reading'>): string | undefined {
  return model ?? preferredModel(models);
}

function headline(
  reading: Reading | undefined,
  { width, glyphs, trouble }: { width: number; glyphs: Glyphs; trouble: string | undefined },
): Row[] {
  const problem = reading?.problem ?? trouble;
  if (problem !== undefined) {
    const lines = wrapWords(`${glyphs.cross} ${problem}`, width);
    const again: Row[] = reading ? [[span('r', 'accent'), span(' tries again')]] : [];
    return [...lines.map((line) => [span(line, 'bad')]), ...again];
  }
  if (reading === undefined) return [[span('Nothing was read yet', 'strong')]];
  if (reading.status === 'stopped') return [[span('Stopped before the first answer', 'warning')]];
  if (reading.status === 'done') return [[span('No pictures were found there', 'warning')]];
  return [[span(waiting(reading), 'strong')], [span('Esc stops', 'dim')]];
}

function waiting({ total }: Reading): string {
  if (total === 0) return 'Looking for pictures, opening the model';
  return `Reading ${total === 1 ? 'the picture' : `${count(total)} pictures`}`;
}

function key(name: string, words: string): Row {
  return joinColumns(
    [
      { row: [span(name, 'accent')], width: 3 },
      { row: words, width: words.length },
    ],
    0,
  );
}
