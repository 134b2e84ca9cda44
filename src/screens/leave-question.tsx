import { Box } from 'ink';
import { Confirm } from '../ui/components/confirm.js';
import { Overlay } from '../ui/components/overlay.js';
import { useTick } from '../ui/terminal/terminal-context.js';

export interface LeaveQuestionProps {
  state: 'asked' | 'stopping';
  /** What would be lost all the same. */
  detail?: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks before a run is ended by leaving, and says what one waits for after that. */
export function LeaveQuestion({ state, detail, onYes, onNo }: LeaveQuestionProps) {
  // The line of tabs is above the work area, which this lies over.
  return (
    <Box position="absolute" marginTop={1}>
      {state === 'asked' ? (
        <Confirm
          question="Training is running. Stop it, keep the best weights, and leave?"
          detail={detail}
          onYes={onYes}
          onNo={onNo}
        />
      ) : (
        <Stopping />
      )}
    </Box>
  );
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
