import type { Subject } from '../../state/analytics/subject.js';
import type { HostState } from '../../state/host-connection.js';
import { type Row, type Span, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** What stands where there is nothing to look at, and what would fill it. */
export function emptyRows(
  subjects: readonly Subject[] | undefined,
  { status, problem }: Pick<HostState, 'status' | 'problem'>,
  width: number,
): Row[] {
  if (!subjects) {
    const waiting = status === 'ready' ? 'looking for models and runs' : 'starting the host';
    return lines(problem ?? waiting, width, problem === undefined ? 'dim' : 'bad');
  }
  const first =
    subjects.length === 0
      ? 'There is no model and no run here yet.'
      : 'No model here is whole, and there is no run.';
  const why: Span[][] =
    subjects.length === 0 ? [] : [[span('o', 'accent'), span(' shows what is wrong with them')]];
  return [
    ...lines(first, width, 'strong'),
    ...lines(
      'A run shows here how its loss and accuracy went, what its network costs, which samples it reads wrong, and how it changed from epoch to epoch.',
      width,
    ),
    [],
    ...why,
    [span('2', 'accent'), span(' opens Training, which makes a run and a model')],
  ];
}

function lines(text: string, width: number, tone: Span['tone'] = 'plain'): Row[] {
  return wrapWords(text, width).map((line) => [span(line, tone)]);
}
