import type { OpenList } from '../../../state/analytics/sample-list.js';
import { count } from '../../../ui/format.js';
import { joinColumns, type Row, span } from '../../../ui/rows.js';
import { answerSentence } from './sample-words.js';
import type { LookedAt } from './use-sample.js';

/** `4, read as 9 with 98.7 %                3 of 12` */
export function headRow(
  { label, answer }: Pick<LookedAt, 'label' | 'answer'>,
  { place, indices }: Pick<OpenList, 'place' | 'indices'>,
  width: number,
): Row {
  const where = `${count(place + 1)} of ${count(indices.length)}`;
  return joinColumns(
    [
      { row: answerSentence(label, answer), width: width - where.length - 1 },
      { row: [span(where, 'dim')], width: where.length },
    ],
    1,
  );
}
