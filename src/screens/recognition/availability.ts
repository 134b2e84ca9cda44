import type { RecognitionState } from '../../state/recognition-state.js';
import { typingFirst } from '../../ui/keys/key-focus.js';
import type { Action } from '../../ui/keys/key-table.js';
import type { Availability } from '../../ui/keys/keys.js';

type KeyState = Pick<
  RecognitionState,
  'reading' | 'rows' | 'view' | 'filterLine' | 'order' | 'details'
>;

/** What the keys can do now, or the reason why not. */
export function recognitionAvailability(state: KeyState, stage: 'on' | 'off'): Availability {
  if (state.filterLine === 'open' && stage === 'off') return typing;
  const results = state.reading?.results.length ?? 0;
  if (results === 0) return nothingRead(state);
  if (state.rows.length === 0) return nothingShown;
  const single =
    results === 1 ? 'only one picture was read' : 'only one picture goes with the filter';
  const turning = state.rows.length > 1 ? true : single;
  const turns: Availability = { 'next-picture': turning, 'previous-picture': turning };
  const sorting = state.order === 'as-read' || ({ does: 'in their order' } as const);
  if (stage === 'on') {
    const sortable = turning === true ? sorting : turning;
    return { ...turns, ...notOnStage, 'toggle-order': sortable };
  }
  if (state.view === 'table') {
    const closed = 'Enter shows a picture large; then the arrows turn to others';
    return {
      'next-picture': closed,
      'previous-picture': closed,
      choose: { does: 'large' },
      'switch-view': { does: 'the picture, large' },
      'toggle-order': sorting,
    };
  }
  const several = results > 1 ? undefined : single;
  return {
    ...turns,
    choose: { does: state.details === 'bars' ? 'all stages' : 'confidence' },
    filter: several ?? 'it filters the table: Tab goes back to it',
    'toggle-order': several ?? 'it sorts the table: Tab goes back to it',
    'switch-view': several ?? { does: 'the table' },
  };
}

const takenByLine = [
  'open-files',
  'read-samples',
  'choose-model',
  'toggle-order',
  'filter',
  'read-again',
  'choose',
  'next-picture',
  'previous-picture',
  'help',
  'leave',
] as const satisfies readonly Action[];

const typing: Availability = Object.fromEntries(takenByLine.map((action) => [action, typingFirst]));

function nothingRead({ reading }: KeyState): Availability {
  const nothing = 'read a picture first (o, or s for the samples)';
  return {
    choose: nothing,
    filter: nothing,
    'toggle-order': nothing,
    'switch-view': nothing,
    'next-picture': nothing,
    'previous-picture': nothing,
    'read-again': reading ? true : nothing,
  };
}

const filteredAway = 'no picture goes with the filter: Esc clears it';
const nothingShown: Availability = {
  choose: filteredAway,
  'toggle-order': filteredAway,
  'switch-view': filteredAway,
  'next-picture': filteredAway,
  'previous-picture': filteredAway,
};

const stageOnly = 'stage mode shows one picture: z leaves it';
const notOnStage: Availability = {
  choose: stageOnly,
  filter: stageOnly,
  'switch-view': stageOnly,
};
