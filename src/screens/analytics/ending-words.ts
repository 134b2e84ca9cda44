import { isActive, type RunState } from '../../core/run/reducer.js';
import { count, duration } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Span, span } from '../../ui/rows.js';

/** How far a run is, or how and why it ended, in one sentence. */
export function endingWords(run: RunState, glyphs: Glyphs): Span {
  const epochs = epochCount(run.history.length);
  if (run.status === 'paused') return span(`${glyphs.pause} ${progressWords(run)}`, 'warning');
  if (isActive(run)) return span(`${glyphs.dot} ${progressWords(run)}`, 'accent');
  if (run.status === 'failed') {
    return span(`${glyphs.cross} ${run.reason ?? 'failed'}`, 'bad');
  }
  if (run.status === 'stopped') return span(`${glyphs.cross} stopped after ${epochs}`, 'warning');
  const words =
    run.outcome?.reason === 'early-stopping'
      ? `ended early after ${epochs}: validation gained no more`
      : `completed, ${epochs}`;
  return span(`${glyphs.check} ${words}`, 'good');
}

function progressWords({ status, epoch, request, progress }: RunState): string {
  if (status === 'waiting') return 'under way: its data is being loaded';
  const state = status === 'paused' ? 'paused' : 'under way';
  const left = progress?.secondsLeft ?? Number.NaN;
  const time = Number.isFinite(left) ? `, about ${duration(left)} left` : '';
  return `${state}: epoch ${Math.max(1, epoch)} of ${request?.settings.epochs ?? '?'}${time}`;
}

function epochCount(epochs: number): string {
  return `${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'}`;
}
