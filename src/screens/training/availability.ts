import type { RunsState } from '../../state/run-store.js';
import { isUnderWay } from '../../state/run-view.js';
import type { TrainingFormState } from '../../state/training-form-store.js';
import { typingFirst } from '../../ui/keys/key-focus.js';
import type { Availability } from '../../ui/keys/keys.js';

/**
 * What the keys can do now besides those of a run, or the reason why not.
 *
 * @param state its view is the run that is shown; the settings are without one
 */
export function trainingAvailability(
  { view }: Pick<RunsState, 'view'>,
  { editing, data, from }: Pick<TrainingFormState, 'editing' | 'data' | 'from'>,
): Availability {
  if (isUnderWay(view)) {
    return { 'new-run': 'a run is under way: d shows the settings of the next one' };
  }
  if (view) return {};
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
  'show-run',
  'resume-run',
  'help',
  'leave',
] as const;
