import { settledAnswer } from '../../../core/analysis/settled-answer.js';
import { waverOf } from '../../../core/analysis/waver.js';
import { mostLikely } from '../../../core/metrics.js';
import type { AlongEpochs, TracedPicture } from '../../../state/analytics/epochs-state.js';
import { blockText, blockTextHeight, blockTextWidth } from '../../../ui/components/block-text.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, type Span, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';
import { answerBars } from '../answer-bars.js';
import { tracedDigits } from './trace-series.js';

export interface AnswerRowsOptions {
  picture: Pick<TracedPicture, 'label'>;
  trace: AlongEpochs<readonly number[]>;
  epoch: number;
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** What the weights of an epoch answer: in words, as ten bars, and what the curves below show. */
export function epochAnswerRows(options: AnswerRowsOptions): RowLike[] {
  const { picture, trace, epoch, width, height, glyphs } = options;
  const probabilities = trace.byEpoch.get(epoch);
  if (!probabilities) return [];
  const head = [
    verdictRow(probabilities, picture, glyphs),
    [span(wavering(probabilities), 'dim')],
    ...answerBars({ probabilities, label: picture.label, width, glyphs }),
  ];
  const foot = wrapWords(storyOf(options), width).map((line) => [span(line)]);
  const rows = [...head, ...foot, legendRow(options)];
  if (height <= rows.length) return rows.slice(0, height);
  const parted = [...rows.slice(0, 2), '', ...rows.slice(2)];
  return [...parted, ...largeDigit(probabilities, height - parted.length, options)];
}

/** The answer once more where there is room, to be seen from afar. */
function largeDigit(
  probabilities: readonly number[],
  room: number,
  { width, glyphs }: Pick<AnswerRowsOptions, 'width' | 'glyphs'>,
): RowLike[] {
  const digit = String(mostLikely(probabilities));
  const rows = blockTextHeight(digit, { width, height: Math.min(room - 2, tallestDigit) });
  if (rows === undefined || !probabilities.every(Number.isFinite)) return [];
  const above = Array<RowLike>(Math.floor((room - rows) / 2)).fill('');
  const left = ' '.repeat(Math.floor((width - blockTextWidth(digit, rows)) / 2));
  const lines = blockText(digit, { height: rows, glyphs });
  return [...above, ...lines.map((line) => [left, span(line, 'accent')])];
}

/** Taller ones would outshine the picture. */
const tallestDigit = 10;

const names = 'zero one two three four five six seven eight nine'.split(' ');

/** `nine 71.2 %  ✗ it is a 4` */
function verdictRow(
  probabilities: readonly number[],
  { label }: Pick<TracedPicture, 'label'>,
  glyphs: Glyphs,
): Row {
  if (!probabilities.every(Number.isFinite)) return [span(`${glyphs.cross} no answer`, 'bad')];
  const { first } = waverOf(probabilities);
  const answer = `${names[first]} ${percent(probabilities[first])}`;
  return [span(answer, 'strong'), ...(label === undefined ? [] : verdict())];

  function verdict(): Span[] {
    return label === first
      ? [span(`  ${glyphs.check} right`, 'good')]
      : [span(`  ${glyphs.cross} it is a ${label}`, 'bad')];
  }
}

function wavering(probabilities: readonly number[]): string {
  if (!probabilities.every(Number.isFinite)) {
    return 'these weights give no number';
  }
  const { second } = waverOf(probabilities);
  return `else a ${second}, ${percent(probabilities[second])}`;
}

/** How the answer came to what it is after the last epoch; nothing while epochs are missing. */
function storyOf({ picture: { label }, trace }: AnswerRowsOptions): string {
  if (trace.work !== 'done' || trace.byEpoch.size < 2) return '';
  const points = [...trace.byEpoch]
    .sort(([a], [b]) => a - b)
    .map(([epoch, probabilities]) => ({ epoch, probabilities }));
  const settled = settledAnswer(points);
  if (!settled) return '';
  const { digit, from, before } = settled;
  const since = from === points[0].epoch ? 'from the first epoch on' : `from epoch ${from} on`;
  if (label === undefined) return `read as a ${digit} ${since}`;
  if (label === digit) return `right ${since}`;
  return before.includes(label) ? `right at times, a ${digit} ${since}` : 'never right';
}

/** What the curves below show. */
function legendRow({ picture, trace, glyphs }: AnswerRowsOptions): Row {
  const [digit, answer] = tracedDigits(picture, trace);
  if (digit === undefined) return [];
  const words = picture.label === undefined ? `read as a ${digit}` : `it is a ${digit}`;
  const first = span(`${glyphs.solidLine} ${words}`, 'accent');
  return answer === undefined
    ? [first]
    : [first, span(`   ${glyphs.dottedLine} read as a ${answer}`, 'second')];
}
