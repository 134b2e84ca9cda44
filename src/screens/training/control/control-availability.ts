import type { ResumableRun } from '../../../state/resumable-run.js';
import type { RunsState } from '../../../state/run-store.js';
import { isUnderWay } from '../../../state/run-view.js';
import type { Availability } from '../../../ui/keys/keys.js';

/** What can be done now to the run that is shown, or the reason why not. */
export function controlAvailability(
  { view, pending }: Pick<RunsState, 'view' | 'pending'>,
  resumable: ResumableRun | undefined,
): Availability {
  if (!isUnderWay(view)) return ofEnded(resumable, pending);
  const { run } = view;
  const busy = pending !== undefined && busyWords[pending];
  const starting = run.id === '' && 'it is just starting';
  const loading = run.status === 'waiting' && 'its data is being loaded: s cancels that';
  const isPaused = run.status === 'paused';
  return {
    pause: busy || starting || loading || (isPaused ? { does: 'go on' } : true),
    stop: busy || starting || true,
    'change-rate': busy || starting || loading || true,
    'change-epochs': busy || starting || loading || true,
    detach: starting || true,
    'resume-run': isPaused ? 'p lets it go on' : 'it is under way',
  };
}

/** What can be done beside the settings of the next run, or the reason why not. */
export function besideSettings(
  { view, pending }: Pick<RunsState, 'view' | 'pending'>,
  interrupted: ResumableRun | undefined,
): Availability {
  if (!isUnderWay(view)) {
    return {
      'show-run': view ? true : 'nothing is being trained: r starts a run',
      'resume-run': ofEnded(interrupted, pending)['resume-run'],
    };
  }
  const underWay = 'a run is under way: v shows it';
  return { start: { does: 'run next' }, 'resume-run': underWay };
}

function ofEnded(resumable: ResumableRun | undefined, pending: RunsState['pending']): Availability {
  const ended = 'it has ended';
  const resuming = pending === 'resume' && busyWords.resume;
  return {
    pause: ended,
    stop: ended,
    'change-rate': ended,
    'change-epochs': ended,
    detach: 'it has ended: Enter opens the settings',
    ...(resuming && { 'new-run': resuming }),
    'resume-run': resuming || (resumable ? true : 'there is nothing to resume it from'),
  };
}

const busyWords: Record<NonNullable<RunsState['pending']>, string> = {
  start: 'it is just starting',
  stop: 'it is stopping after the step under way',
  pause: 'it is pausing after the step under way',
  resume: 'it is about to go on',
  change: 'it is being changed',
};
