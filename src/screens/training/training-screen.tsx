import { homedir } from 'node:os';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { RunStore } from '../../state/run-store.js';
import { isUnderWay } from '../../state/run-view.js';
import type { TrainingForm } from '../../state/training-form-store.js';
import { Confirm } from '../../ui/components/confirm.js';
import { Frame } from '../../ui/components/frame.js';
import type { RowLike } from '../../ui/rows.js';
import { parsePastedPaths } from '../../ui/terminal/paths.js';
import { useNotice, usePaste } from '../../ui/terminal/terminal-context.js';
import { useKeys } from '../../ui/use-keys.js';
import { trainingAvailability } from './availability.js';
import { FormView } from './form-view.js';
import { LiveView } from './live-view.js';
import { lossOf } from './loss-of.js';

export interface TrainingScreenProps {
  runs: RunStore;
  form: TrainingForm;
  status: RowLike;
  /** Called for Esc when it cancels nothing here. */
  onBack: () => void;
}

/** Settings, then the run that they make, then what became of it. */
export function TrainingScreen({ runs, form, status, onBack }: TrainingScreenProps) {
  const state = useStore(runs.store);
  const formState = useStore(form.store);
  const [isAsking, setIsAsking] = useState(false);
  const notice = useNotice();
  const { view } = state;
  const availability = trainingAvailability(state, formState);

  const start = () => {
    const request = form.request();
    if ('error' in request) notice(request.error, 'bad');
    else void runs.start(request);
  };
  const stop = async () => {
    setIsAsking(false);
    notice('stopping after the step under way; the best weights are kept', 'plain');
    await runs.stop();
    const { problem } = runs.store.getState();
    if (problem !== undefined) notice(problem, 'bad');
  };
  const askToStop = () => {
    const losesAll = view && lossOf(view) !== undefined;
    if (losesAll) setIsAsking(true);
    else void stop();
  };
  const back = () => {
    if (formState.data.status === 'loading' && !view) form.cancel();
    else if (view?.run.status === 'waiting' && view.run.id !== '') void stop();
    else onBack();
  };
  useKeys(
    'training',
    {
      start,
      stop: askToStop,
      back,
      choose: () => {
        if (view) runs.dismiss();
        else if (formState.field === 'recipe') form.step('next');
        else form.edit();
      },
      'look-at-data': () => void form.describe(),
      'move-up': () => form.move('previous'),
      'move-down': () => form.move('next'),
      'edit-previous': () => form.move('previous'),
      'edit-next': () => form.move('next'),
      'next-value': () => form.step('next'),
      'previous-value': () => form.step('previous'),
    },
    { availability },
  );
  usePaste(
    (text) => {
      const [path] = parsePastedPaths(text, { home: homedir() });
      if (path !== undefined) form.take(path);
    },
    { isActive: !view },
  );
  return (
    <Frame screen="training" availability={availability} status={status}>
      {view ? (
        <LiveView view={view} fresh={state.fresh} />
      ) : (
        <FormView form={form} problem={state.problem} />
      )}
      {isAsking && isUnderWay(view) && (
        <Confirm
          question="Stop this run?"
          detail={lossOf(view)}
          onYes={() => void stop()}
          onNo={() => setIsAsking(false)}
        />
      )}
    </Frame>
  );
}
