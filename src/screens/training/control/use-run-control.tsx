import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { ResumedRun, StopRunParams } from '../../../host/protocol.js';
import { interruptedRun, type ResumableRun, resumableView } from '../../../state/resumable-run.js';
import type { RunStore } from '../../../state/run-store.js';
import { isUnderWay, type RunView } from '../../../state/run-view.js';
import type { Action } from '../../../ui/keys/key-table.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useNotice, useServices } from '../../../ui/terminal/terminal-context.js';
import { ChangePrompt } from './change-prompt.js';
import { epochsOf, learningRateOf } from './changeable.js';
import { besideSettings, controlAvailability } from './control-availability.js';
import { StopQuestion } from './stop-question.js';

export interface RunControls {
  /** The run that R would resume. */
  resumable: ResumableRun | undefined;
  availability: Availability;
  handlers: Partial<Record<Action, () => void>>;
  /** Ends a run that has not begun: nothing of it is lost. */
  cancel: () => void;
  /** What is asked now; a direct child of `Frame`. */
  question: ReactNode;
}

/** What keys do to the run that Training shows, and what they ask before. */
export function useRunControl(runs: RunStore, shown: RunView | undefined): RunControls {
  const { control } = runs;
  const state = useStore(runs.store);
  const listed = useStore(runs.connection.store, (host) => host.runs);
  // A question about a run that has ended is gone, and is not one about the next.
  const [asked, setAsked] = useState<{ about: About; run: string }>();
  const notice = useNotice();
  const { notices } = useServices();
  const resumable = shown ? resumableView(shown, listed) : interruptedRun(listed);
  const close = () => setAsked(undefined);
  const ask = (about: About) => () => setAsked(shown && { about, run: shown.run.id });

  const act = async <Answer,>(done: Promise<Answer>): Promise<Answer> => {
    const answer = await done;
    const { problem } = runs.store.getState();
    // What was said while one waited is over.
    if (problem === undefined) notices.getState().dismiss();
    else notice(problem, 'bad');
    return answer;
  };
  const stop = (how: NonNullable<StopRunParams['how']>) => {
    close();
    notice(stopWords[how], 'plain');
    void act(control.stop(how));
  };
  const pause = () => {
    if (shown?.run.status === 'paused') void act(control.resume(shown.run.id));
    else {
      notice('pausing after the step under way', 'plain');
      void act(control.pause());
    }
  };
  const resume = async () => {
    if (!resumable) return;
    runs.showRun();
    const resumed = await act(control.resume(resumable.id));
    if (resumed) notice(resumedWords(resumed), 'plain');
  };
  return {
    resumable,
    availability: shown
      ? controlAvailability({ ...state, view: shown }, resumable)
      : besideSettings(state, resumable),
    handlers: {
      pause,
      // Of a run whose data is still being loaded nothing is lost.
      stop: () => (shown?.run.status === 'waiting' ? stop('now') : ask('how to stop')()),
      'change-rate': ask('rate'),
      'change-epochs': ask('epochs'),
      'resume-run': () => void resume(),
      detach: () => runs.showSettings(),
      'show-run': () => runs.showRun(),
    },
    cancel: () => stop('now'),
    question: question(),
  };

  function question(): ReactNode {
    if (!isUnderWay(shown) || asked?.run !== shown.run.id) return null;
    const { about } = asked;
    if (about === 'how to stop') {
      return <StopQuestion view={shown} onStop={stop} onClose={close} />;
    }
    const setting = about === 'rate' ? learningRateOf(shown.run) : epochsOf(shown.run);
    const name = about === 'rate' ? 'learningRate' : 'epochs';
    return (
      <ChangePrompt
        key={about}
        setting={setting}
        onChange={(value) => {
          close();
          void act(control.change({ [name]: value }));
        }}
        onClose={close}
      />
    );
  }
}

type About = 'how to stop' | 'rate' | 'epochs';

const stopWords = {
  save: 'stopping after the step under way; the best weights are kept',
  now: 'stopping after the step under way',
} as const;

/** What has to be done again, where anything has. */
function resumedWords({ from, lost }: ResumedRun): string {
  const place = from ? `it goes on after epoch ${from.epoch}` : 'it goes on';
  if (!lost || lost.epochs + lost.steps === 0) return place;
  const again = [
    lost.epochs > 0 && `${lost.epochs} ${lost.epochs === 1 ? 'epoch' : 'epochs'}`,
    lost.steps > 0 && `${lost.steps} ${lost.steps === 1 ? 'step' : 'steps'}`,
  ].filter((part) => part !== false);
  return `${place}: ${again.join(' and ')} are done again`;
}
