import type { RunMark } from '../../core/run/reducer.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { byWords, changeWords } from './event-words.js';

/** What people did in an epoch, each in a few words. */
export function markWords(marks: readonly RunMark[], epoch: number, glyphs: Glyphs): string[] {
  return marks
    .filter((mark) => mark.epoch === epoch)
    .map((mark) => `${doneWords(mark, glyphs)}${byWords(mark)}`);
}

function doneWords(mark: RunMark, glyphs: Glyphs): string {
  switch (mark.kind) {
    case 'paused':
      return mark.reason === undefined ? 'paused' : `paused (${mark.reason})`;
    case 'resumed':
      return mark.from ? 'resumed' : 'went on';
    case 'learning-rate':
      return changeWords({ learningRate: mark }, glyphs)[0];
    case 'epochs':
      return changeWords({ epochs: mark }, glyphs)[0];
  }
}
