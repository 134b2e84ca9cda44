import type { PictureExplanation } from '../../host/protocol.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { rowWidth, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** Below the stages: their names in order, what the one that is looked at did, and what was found. */
export function xrayRows(
  explanation: PictureExplanation,
  { stage, width, glyphs }: { stage: number; width: number; glyphs: Glyphs },
): Row[] {
  const { stages } = explanation;
  const { name, words } = stages[stage];
  const place = `${stage + 1}/${stages.length} ${name}: `;
  const [first = '', ...more] = wrapWords(words, width - place.length);
  return [
    namesRow(explanation, { stage, width, glyphs }),
    [span(place, 'accent'), span(first, 'strong')],
    more.length > 0
      ? [span(more.join(' '), 'strong')]
      : [
          span('x', 'accent'),
          span(' shows the next stage, ', 'dim'),
          span('Esc', 'accent'),
          span(' goes back', 'dim'),
        ],
    [span(foundWords(explanation), 'dim')],
  ];
}

/** `grey  polarity  [background]  threshold`, from the first that lets the one that is looked at be seen. */
function namesRow(
  { stages }: PictureExplanation,
  { stage, width, glyphs }: { stage: number; width: number; glyphs: Glyphs },
): Row {
  for (let from = 0; ; from++) {
    const shown = stages.slice(from).flatMap(({ name }, index): Row => {
      const gap = span(index === 0 ? '' : ' ');
      const isShown = from + index === stage;
      return [gap, isShown ? span(`[${name}]`, 'accent') : span(name, 'dim')];
    });
    const row = from === 0 ? shown : [span(`${glyphs.ellipsis} `, 'dim'), ...shown];
    if (rowWidth(row) <= width || from >= stage) return row;
  }
}

/** `dark on light, digit 34x49 at 22, 87, strokes 4.3 pixels wide` */
function foundWords({ polarity, box, strokeWidth, blank }: PictureExplanation): string {
  if (blank) return 'no ink was found';
  const [x, y, width, height] = box;
  const strokes = strokeWidth > 0 ? `, strokes ${strokeWidth.toFixed(1)} pixels wide` : '';
  return `${polarity}, digit ${width}x${height} at ${x}, ${y}${strokes}`;
}
