import type { ResumableRun } from '../../../state/resumable-run.js';
import { count } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { ago } from '../../home/age.js';

/** `‖ night is paused`, `✗ night was interrupted`. */
export function interruptedWords(
  { name, state }: Pick<ResumableRun, 'name' | 'state'>,
  glyphs: Glyphs,
): string {
  return state === 'paused'
    ? `${glyphs.pause} ${name} is paused`
    : `${glyphs.cross} ${name} was interrupted`;
}

/**
 * How far a run was saved, and when: `epoch 7 of 20 was saved 3 min ago`.
 *
 * @param now milliseconds since 1970
 */
export function savedWords({ saved, epochs }: ResumableRun, now: number): string {
  const { epoch, step, at } = saved;
  const of = epochs === undefined ? '' : ` of ${epochs}`;
  const place =
    step > 0
      ? `epoch ${epoch + 1}${of} was saved at step ${count(step)}`
      : epoch > 0
        ? `epoch ${epoch}${of} was saved`
        : 'its beginning was saved';
  return `${place}, ${ago(at, now)}`;
}
