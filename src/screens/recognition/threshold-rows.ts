import { rejectionAt } from '../../core/analysis/rejection.js';
import type { ShownThreshold } from '../../state/recognition-rejection.js';
import { count, decimal, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { joinColumns, type Row, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** The threshold between digits and what is none, and what it costs by the model's card. */
export function thresholdRows(
  { threshold, own, model, rejection }: ShownThreshold,
  { width, marked, glyphs }: { width: number; marked: number; glyphs: Glyphs },
): Row[] {
  const fact = (label: string, value: string): Row =>
    joinColumns(
      [
        { row: [span(label, 'dim')], width: width - 9 },
        { row: value, width: 8, align: 'right' },
      ],
      1,
    );
  const where = threshold === own ? "the model's own" : `the model's own is ${decimal(own, 2)}`;
  const head: Row[] = [
    [span(`not a digit? above ${decimal(threshold, 2)}`, 'strong'), span(`   ${where}`, 'dim')],
    fact('pictures here that it marks', count(marked)),
    [],
  ];
  return [...head, ...costs(), [], keys(glyphs)];

  function costs(): Row[] {
    if (!rejection) {
      const name = model ?? 'the model';
      return wrapWords(
        `The card of ${name} does not say what a threshold costs: models of newer runs do.`,
        width,
      ).map((line) => [span(line, 'dim')]);
    }
    const { coverage, accuracy, heldBack } = rejectionAt(rejection, threshold);
    const measured = `measured after training, on ${count(rejection.digits)} varied digits of its validation and ${count(rejection.nonDigits)} drawings that are none`;
    return [
      fact('digits that it keeps', percent(coverage, 1)),
      fact('right of those kept', percent(accuracy, 1)),
      fact('letters, signs and the like that it marks', percent(heldBack, 1)),
      ...wrapWords(measured, width).map((line) => [span(line, 'dim')]),
    ];
  }
}

function keys({ left, right }: Glyphs): Row {
  return [
    span(`${left} ${right}`, 'accent'),
    span(' mark more, fewer   '),
    span('0', 'accent'),
    span(" the model's own   "),
    span('Enter', 'accent'),
    span(' closes'),
  ];
}
