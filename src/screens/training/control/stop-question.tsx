import type { StopRunParams } from '../../../host/protocol.js';
import type { RunView } from '../../../state/run-view.js';
import { Choice, type ChoiceOption } from '../../../ui/components/choice.js';
import { lossOf } from '../loss-of.js';

type How = NonNullable<StopRunParams['how']>;

export interface StopQuestionProps {
  view: RunView;
  onStop: (how: How) => void;
  onClose: () => void;
}

/** Asks how a run under way is to end. */
export function StopQuestion({ view, onStop, onClose }: StopQuestionProps) {
  const loss = lossOf(view);
  return (
    <Choice
      question="Stop this run?"
      rows={loss === undefined ? [] : [loss]}
      options={loss === undefined ? options : optionsWithoutModel}
      onChoose={(answer) => (answer === 'go on' ? onClose() : onStop(answer))}
      onCancel={onClose}
    />
  );
}

const goOn = { key: 'g', words: 'let it go on', value: 'go on' } as const;

const options: readonly ChoiceOption<How | 'go on'>[] = [
  { key: 's', words: 'end it, and save the best weights as a model', value: 'save' },
  { key: 'n', words: 'end it now, without a model; it can be resumed', value: 'now' },
  goOn,
];

/** Before the first epoch has ended there is nothing to save. */
const optionsWithoutModel: readonly ChoiceOption<How | 'go on'>[] = [
  goOn,
  { key: 's', words: 'end it', value: 'now' },
];
