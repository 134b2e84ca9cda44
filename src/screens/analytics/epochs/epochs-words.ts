import { type EpochsState, keptEpochs } from '../../../state/analytics/epochs-state.js';
import type { Subject } from '../../../state/analytics/subject.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { isGoingOn } from '../../home/shown-run.js';

/** Why no epoch can be looked at: what is so, then what helps; undefined where one can. */
export function whyNoEpochs(
  { kept }: Pick<EpochsState, 'kept'>,
  { subjects, subject }: { subjects?: readonly Subject[]; subject?: Subject },
): string[] | undefined {
  if (!subjects) return ['Asking the host what models and runs there are.'];
  if (!subject) return ['There is no model and no run here.', '2 opens Training.'];
  const { name, run } = subject;
  if (!run) {
    return [
      `No run of ${name} is here, so there are no epochs to look along.`,
      'o chooses another model or run, 2 opens Training.',
    ];
  }
  switch (kept.status) {
    case 'no-run':
    case 'loading':
      return ['Looking for the epochs of this run.'];
    case 'failed':
      return [kept.problem, 'r tries again.'];
    case 'ready':
      return kept.epochs.length > 0 ? undefined : whyNoneKept(run);
  }
}

/** What the keys cannot do now, and why. */
export function epochsAvailability(
  state: EpochsState,
  known: Parameters<typeof whyNoEpochs>[1],
): Availability {
  const reason = whyNoEpochs(state, known)?.[0];
  const { face, film, trace, scores, hard, picture } = state;
  const none: true | string = reason ?? true;
  const only = keptEpochs(state).length === 1 ? 'this run has one epoch only' : none;
  const onPicture = face === 'picture' ? none : 'm shows the picture first';
  const hasEnded =
    reason !== undefined ||
    hard.status === 'failed' ||
    hard.status === 'stopped' ||
    picture.status === 'failed' ||
    [trace.work, scores.work].some((work) => work === 'failed' || work === 'stopped');
  return {
    'next-epoch': only,
    'previous-epoch': only,
    'epochs-begin': only,
    'epochs-end': only,
    'play-epochs': only === true && film === 'playing' ? { does: 'halt' } : only,
    'toggle-matrix': none === true && face === 'matrix' ? { does: 'picture' } : none,
    'easier-sample': onPicture,
    'harder-sample': onPicture,
    'trace-file': none,
    'look-again': hasEnded ? true : 'nothing was stopped, and nothing failed',
  };
}

function whyNoneKept(run: NonNullable<Subject['run']>): string[] {
  if (isGoingOn(run)) {
    return [
      'The first epoch is under way.',
      'Its weights are kept when it ends, and can be looked at from then on.',
    ];
  }
  return [
    'No weights of the epochs of this run were kept.',
    run.epoch === 0
      ? 'It ended before its first epoch. o chooses another run, 2 opens Training.'
      : 'It is older than this view. o chooses another run, 2 trains one that keeps them.',
  ];
}
