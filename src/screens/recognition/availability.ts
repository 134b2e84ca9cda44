import type { RecognitionState } from '../../state/recognition-store.js';
import type { Availability } from '../../ui/keys.js';

/** What the keys can do now, or the reason why not. */
export function recognitionAvailability({
  reading,
  rows,
  view,
}: Pick<RecognitionState, 'reading' | 'rows' | 'view'>): Availability {
  const nothing = 'read a picture first (o, or s for the samples)';
  if (rows.length === 0) {
    return {
      choose: nothing,
      'toggle-order': nothing,
      'next-picture': nothing,
      'previous-picture': nothing,
      'read-again': reading ? true : nothing,
    };
  }
  const single = 'only one picture was read';
  if (view === 'table') {
    const closed = 'Enter shows a picture large; then the arrows turn to others';
    return { 'next-picture': closed, 'previous-picture': closed };
  }
  return {
    'toggle-order': rows.length > 1 ? 'it sorts the table: Esc goes back to it' : single,
    'next-picture': rows.length > 1 ? true : single,
    'previous-picture': rows.length > 1 ? true : single,
  };
}

/** While the file browser is open the keys are its own. */
export const browserAvailability: Availability = Object.fromEntries(
  (
    [
      'open-files',
      'read-samples',
      'choose-model',
      'toggle-order',
      'choose',
      'next-picture',
      'help',
      'leave',
    ] as const
  ).map((action) => [action, 'the file browser is open']),
);
