import type { CommonSamples, Pair } from '../../../state/analytics/common-samples.js';
import { type CompareState, decisive } from '../../../state/analytics/compare-state.js';
import type { Subject } from '../../../state/analytics/subject.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { samplesWords } from './samples-words.js';

/** Why there are not two to compare: what is so, then what helps; undefined where there are. */
export function whyNoPair(
  subjects: readonly Subject[] | undefined,
  { subject, pair, rival }: { subject?: Subject; pair?: Pair; rival?: string },
): string[] | undefined {
  if (!subjects) return ['Asking the host what models and runs there are.'];
  if (!subject) return ['There is no model and no run here.', '2 opens Training.'];
  const unusable = withoutWeights(subject);
  if (unusable !== undefined) return [unusable, 'o chooses another model or run.'];
  if (!pair) {
    return rival === undefined
      ? [`There is nothing to compare ${subject.name} with.`, '2 trains another model.']
      : [`${rival} is no longer here.`, 'b chooses another to compare with.'];
  }
  const unusableRival = withoutWeights(pair.b);
  return unusableRival === undefined
    ? undefined
    : [unusableRival, 'b chooses another to compare with.'];
}

/** Why the two are not compared; undefined where they are, or are about to be. */
export function whyNotCompared(
  { comparing }: Pick<CompareState, 'comparing'>,
  pair: Pair,
  samples: CommonSamples,
): string[] | undefined {
  const words = samplesWords(pair, samples);
  switch (comparing.status) {
    case 'none':
    case 'working':
      return undefined;
    case 'stopped':
      return [`Stopped: ${words} were not scored by both.`, 'r compares, s chooses other samples.'];
    case 'failed':
      return [comparing.problem, 'r tries again, b chooses another, s chooses other samples.'];
    case 'ready':
      return comparing.value.labels.length > 0
        ? undefined
        : [`There are no ${words}.`, 's chooses other samples.'];
  }
}

/** What the keys cannot do now, and why. */
export function compareAvailability(
  state: CompareState,
  { subjects = [], pair }: { subjects?: readonly Subject[]; pair?: Pair },
): Availability {
  const isReady = state.comparing.status === 'ready';
  const none = isReady ? true : 'nothing is compared yet';
  const which = state.side === 'only-a' ? 'A' : 'B';
  const empty =
    isReady && decisive(state).length === 0 ? `there is no picture that only ${which} reads` : none;
  const single = pair ? true : 'there are not two to compare';
  return {
    'choose-rival': subjects.length > 0 ? true : 'there is no other model or run here',
    'choose-common': single,
    'compare-again': single,
    'switch-side': none,
    'toggle-settings': isReady && state.beside === 'settings' ? { does: 'pictures' } : none,
    'enlarge-decisive': empty,
    'next-decisive': empty,
    'previous-decisive': empty,
    'decisive-below': empty,
    'decisive-above': empty,
    'next-decisive-page': empty,
    'previous-decisive-page': empty,
  };
}

function withoutWeights({ name, weights, problem }: Subject): string | undefined {
  if (weights) return undefined;
  return problem === undefined
    ? `${name} has no weights yet: the first epoch of its run makes them.`
    : `${name} cannot be used: ${problem}`;
}
