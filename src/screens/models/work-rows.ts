import type { ModelWork } from '../../state/models/model-work.js';
import { bytes } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, span, type Tone } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** What is being done, or what came of it, below the models; at least one row. */
export function workRows(
  work: ModelWork,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  switch (work.status) {
    case 'idle':
      return [[]];
    case 'working':
      return told(`${work.words}${glyphs.ellipsis}`, ' ', 'plain');
    case 'done': {
      const size = work.bytes === undefined ? '' : `, ${bytes(work.bytes)}`;
      return told(`${work.words}${size}`, glyphs.check, 'good');
    }
    case 'failed':
      return told(work.problem, glyphs.cross, 'bad');
  }

  function told(words: string, sign: string, tone: Tone): Row[] {
    return wrapWords(words, width - 4).map((line, index) => [
      span(index === 0 ? ` ${sign} ` : '   ', tone),
      span(line, tone === 'bad' ? 'bad' : 'plain'),
    ]);
  }
}
