import { mostLikely } from '../../core/metrics.js';
import { type BarItem, horizontalBars } from '../../ui/components/bars.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';

export interface AnswerBarsOptions {
  /** Ten. */
  probabilities: ArrayLike<number>;
  /** What the picture is, where that is known. */
  label: number | undefined;
  width: number;
  glyphs: Glyphs;
}

/** Ten rows, digit 0 first: the answer has a pointer, what the picture is a check. */
export function answerBars({ probabilities, label, width, glyphs }: AnswerBarsOptions): Row[] {
  const first = mostLikely(probabilities);
  const items = Array.from(probabilities, (value, digit): BarItem => {
    const isTold = digit === first || digit === label;
    return {
      label: `${digit === first ? glyphs.pointer : ' '}${digit}${digit === label ? glyphs.check : ''}`,
      value,
      text: percent(value),
      tone: digit === label ? 'good' : digit === first ? 'accent' : 'dim',
      textTone: isTold ? 'plain' : 'dim',
    };
  });
  return horizontalBars({ items, width, max: 1, glyphs });
}
