import { Box } from 'ink';
import type { RunView } from '../state/run-view.js';
import { Choice, type ChoiceOption } from '../ui/components/choice.js';
import { Overlay } from '../ui/components/overlay.js';
import { useTick } from '../ui/terminal/terminal-context.js';
import { leaveRows } from './leave-words.js';
import { lossOf } from './training/loss-of.js';

export interface LeaveQuestionProps {
  state: 'asked' | 'stopping';
  /** The run that is under way. */
  view: RunView;
  /** Runs that wait behind it. */
  waiting: number;
  onKeep: () => void;
  onStop: () => void;
  onStay: () => void;
}

type Answer = 'keep' | 'stop' | 'stay';

/** Asks what is to become of a run when one leaves, and says what one waits for after that. */
export function LeaveQuestion({
  state,
  view,
  waiting,
  onKeep,
  onStop,
  onStay,
}: LeaveQuestionProps) {
  const act: Record<Answer, () => void> = { keep: onKeep, stop: onStop, stay: onStay };
  // The line of tabs is above the work area, which this lies over.
  return (
    <Box position="absolute" marginTop={1}>
      {state === 'asked' ? (
        <Choice
          question="Leave?"
          rows={leaveRows(view, waiting)}
          options={optionsFor(view)}
          onChoose={(answer) => act[answer]()}
          onCancel={onStay}
        />
      ) : (
        <Stopping />
      )}
    </Box>
  );
}

function optionsFor(view: RunView): readonly ChoiceOption<Answer>[] {
  const keep = view.run.status === 'paused' ? 'leave it paused' : 'leave, and keep training';
  const stop = lossOf(view)
    ? 'stop it, though no epoch is finished, and leave'
    : 'stop it, save the best weights, and leave';
  return [
    { key: 'k', words: keep, value: 'keep' },
    { key: 's', words: stop, value: 'stop' },
    { key: 'c', words: 'stay here', value: 'stay' },
  ];
}

function Stopping() {
  const dots = '.'.repeat(useTick(500) % 4);
  const words = `Stopping after the step under way, saving the best weights${dots.padEnd(3)}`;
  return (
    <Overlay
      title="Leaving"
      rows={['', words, '', 'Ctrl-C does not wait', '']}
      onKey={() => undefined}
    />
  );
}
