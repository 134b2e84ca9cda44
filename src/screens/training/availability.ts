import type { RunsState } from '../../state/run-store.js';
import { isUnderWay } from '../../state/run-view.js';
import type { TrainingFormState } from '../../state/training-form-store.js';
import { typingFirst } from '../../ui/keys/key-focus.js';
import type { Availability } from '../../ui/keys/keys.js';

/** What the keys can do now, or the reason why not. */
export function trainingAvailability(
  { view, pending }: Pick<RunsState, 'view' | 'pending'>,
  { editing, data, from }: Pick<TrainingFormState, 'editing' | 'data' | 'from'>,
): Availability {
  if (isUnderWay(view)) {
    const stopping = pending === 'stop' && 'it is stopping: its best weights are being saved';
    const starting = view.run.id === '' && 'it is just starting';
    return { 'new-run': 'a run is under way: s stops it', stop: stopping || starting || true };
  }
  if (view) return { stop: 'it has ended' };
  if (!editing) {
    return {
      'look-at-data': lookingNow[data.status],
      'begin-anew': from === undefined ? 'it begins with fresh weights' : true,
    };
  }
  return Object.fromEntries(takenByField.map((action) => [action, typingFirst]));
}

const lookingNow = {
  unknown: true,
  loading: 'it is being looked at: Esc cancels',
  failed: { does: 'try the data again' },
  ready: { does: 'all about the data' },
} as const;

const takenByField = [
  'start',
  'edit',
  'look-at-data',
  'choose-data',
  'begin-anew',
  'next-value',
  'help',
  'leave',
] as const;
