import { isActive } from '../../../core/run/reducer.js';
import type { ResumableRun } from '../../../state/resumable-run.js';
import type { RunsState } from '../../../state/run-store.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Span, span } from '../../../ui/rows.js';
import { interruptedWords, savedWords } from './saved-words.js';

/** What is to be known of runs beside the settings of the next one; undefined where there is nothing. */
export function besideWords(
  { view, pending }: Pick<RunsState, 'view' | 'pending'>,
  interrupted: ResumableRun | undefined,
  { glyphs, now }: { glyphs: Glyphs; now: number },
): Span | undefined {
  if (pending === 'resume') return span('the run is about to go on', 'accent');
  if (view && isActive(view.run)) {
    const { id, status, epoch, request } = view.run;
    if (status === 'paused') return span(`${glyphs.pause} ${id} is paused: v shows it`, 'warning');
    const place = `epoch ${Math.max(1, epoch)} of ${request?.settings.epochs ?? '?'}`;
    const words = status === 'waiting' ? 'its data is being loaded' : place;
    return span(`${glyphs.dot} ${id} is training, ${words}: v shows it`, 'accent');
  }
  if (view) return span(`${view.run.id} has ended: v shows it`);
  if (!interrupted) return undefined;
  const words = interruptedWords(interrupted, glyphs);
  return span(`${words}. R resumes it: ${savedWords(interrupted, now)}`, 'warning');
}
