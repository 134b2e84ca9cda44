import type { RunsState } from '../../state/run-store.js';
import { isUnderWay } from '../../state/run-view.js';
import type { TrainingFormState } from '../../state/training-form-store.js';
import type { Availability } from '../../ui/keys.js';

/** What the keys can do now, or the reason why not. */
export function trainingAvailability(
  { view, pending }: Pick<RunsState, 'view' | 'pending'>,
  { editing, data }: Pick<TrainingFormState, 'editing' | 'data'>,
): Availability {
  if (isUnderWay(view)) {
    const running = 'a run is under way: s stops it';
    const stopping = pending === 'stop' && 'it is stopping: its best weights are being saved';
    const starting = view.run.id === '' && 'it is just starting';
    return { ...withoutForm(running), start: running, stop: stopping || starting || true };
  }
  const stop = 'no run is under way';
  if (view) {
    const ended = 'Enter goes back to the settings first';
    return { ...withoutForm(ended), choose: true, start: ended, stop };
  }
  if (!editing) {
    const loading = data.status === 'loading' ? 'it is being looked at: Esc cancels' : true;
    return { stop, 'look-at-data': loading };
  }
  return { ...Object.fromEntries(takenByField.map((action) => [action, typing])), stop };
}

const typing = 'Enter or Esc ends the typing first';
const takenByField = ['start', 'look-at-data', 'next-value', 'help', 'leave'] as const;

function withoutForm(reason: string): Availability {
  return {
    choose: reason,
    'look-at-data': reason,
    'next-value': reason,
    'previous-value': reason,
    'move-up': reason,
    'move-down': reason,
    'edit-next': reason,
    'edit-previous': reason,
  };
}
