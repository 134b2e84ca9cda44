import { wrapWords } from '../wrap-words.js';

/** A warning with its mark, in lines of at most `width` cells; those after the first stand under its words. */
export function warningLines(warning: string, width: number): string[] {
  const mark = '! ';
  const lines = wrapWords(warning, width - mark.length);
  return lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`);
}
