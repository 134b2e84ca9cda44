import { type ReactNode, useState } from 'react';
import type { StartRunParams } from '../../../host/protocol.js';
import type { Queue } from '../../../state/runs/queue.js';
import { Confirm } from '../../../ui/components/confirm.js';
import { useTold } from '../pages/use-told.js';

/** What becomes of a run that is started while another one is under way. */
export interface Filing {
  file: (request: StartRunParams) => void;
  /** What is asked now; a direct child of `Frame`. */
  question: ReactNode;
}

/** Asks once whether a run is to wait for its turn; those that follow while the settings stay open just do. */
export function useFiling(queue: Queue): Filing {
  const [asked, setAsked] = useState<StartRunParams>();
  const [answer, setAnswer] = useState<'none' | 'wait'>('none');
  const tell = useTold();
  const file = (request: StartRunParams) => {
    setAsked(undefined);
    setAnswer('wait');
    void queue.file(request).then(tell);
  };
  return {
    file: (request) => (answer === 'wait' ? file(request) : setAsked(request)),
    question: asked && (
      <Confirm
        question="A run is under way: file this one after it?"
        detail={waitWords(queue.waiting.length)}
        onYes={() => file(asked)}
        onNo={() => setAsked(undefined)}
      />
    ),
  };
}

function waitWords(waiting: number): string {
  if (waiting === 0) return 'It begins when the one under way has ended. W shows what waits.';
  const runs = waiting === 1 ? '1 run waits' : `${waiting} runs wait`;
  return `${runs} already: it begins after them. W shows them.`;
}
