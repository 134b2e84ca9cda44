import { type Answer, answerOf } from '../../../core/analysis/scored-samples.js';
import type { Side } from '../../../state/analytics/compare-state.js';
import type { Compared } from '../../../state/analytics/compared.js';
import { count, percent } from '../../../ui/format.js';
import { type Row, type RowLike, span } from '../../../ui/rows.js';

/** In 12 cells: `4: A 4, B 9`. */
export function decisiveCaption(compared: Compared, index: number): Row {
  const { label, a, b } = answersToSample(compared, index);
  return [span(`${label}: `), answer('A', a), span(', '), answer('B', b)];
}

/** `Only B right: 12` */
export function decisiveTitle(side: Side, pictures: number): string {
  return `Only ${side === 'only-a' ? 'A' : 'B'} right: ${count(pictures)}`;
}

/** `x only A right: 1`, for the border. */
export function otherSideNote(side: Side, { comparison }: Compared): RowLike {
  const [name, pictures] = side === 'only-a' ? ['B', comparison.onlyB] : ['A', comparison.onlyA];
  return [span('x', 'accent'), span(` only ${name}: ${count(pictures)}`, 'dim')];
}

/** Two rows about the picture that is looked at. */
export function decisiveRows(compared: Compared, index: number): RowLike[] {
  const { label, a, b } = answersToSample(compared, index);
  return [sentence('A', a), sentence('B', b)];

  function sentence(sign: string, { digit, confidence, right }: Answer): Row {
    const words = `${sign} reads ${digit} with ${percent(confidence)}`;
    return [span(words, right ? 'good' : 'bad'), right ? '' : `, it is a ${label}`].map((piece) =>
      typeof piece === 'string' ? span(piece) : piece,
    );
  }
}

function answer(sign: string, { digit, right }: Answer) {
  return span(`${sign} ${digit}`, right ? 'good' : 'bad');
}

/** What both answer to one of the samples. */
function answersToSample(
  { labels, a, b }: Compared,
  index: number,
): { label: number; a: Answer; b: Answer } {
  return {
    label: labels[index],
    a: answerOf({ labels, probabilities: a }, index),
    b: answerOf({ labels, probabilities: b }, index),
  };
}
