import type { Scored } from '../../../state/analytics/scored.js';
import { cut } from '../../../ui/cells.js';

/** `validation of …data/digits_jpeg`, in at most `width` cells: a path is known by its end. */
export function sourceTitle(
  { source, part }: Pick<Scored, 'source' | 'part'>,
  width: number,
  ellipsis: string,
): string {
  const words = { all: 'all of ', train: 'training of ', validation: 'validation of ' }[part];
  return words + cut(source, Math.max(0, width - words.length), { keep: 'end', ellipsis });
}
