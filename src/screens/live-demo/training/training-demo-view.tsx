import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Frame } from '../../../ui/components/frame.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useNotice, useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useRunControl } from '../../training/control/use-run-control.js';
import { isOwnToCancel } from '../../training/is-own-to-cancel.js';
import type { LiveDemoProps } from '../demo-view.js';
import { boardAvailability, boardKeys } from '../pad/board-keys.js';
import { useTell } from '../pad/use-tell.js';
import { demoAvailability } from './demo-availability.js';
import { DemoPanels } from './demo-panels.js';
import { StageDemo } from './stage-demo.js';

export type TrainingDemoViewProps = Pick<LiveDemoProps, 'live' | 'pad' | 'trainingDemo' | 'status'>;

/** Trains from nothing before a room, which draws a digit and sees when the network can read it. */
export function TrainingDemoView({ live, pad, trainingDemo, status }: TrainingDemoViewProps) {
  const { runs, board } = trainingDemo;
  const state = useStore(runs.store);
  const boardState = useStore(board.store);
  const { stage } = useTerminal();
  const notice = useNotice();
  const tell = useTell();
  const { view } = state;
  const controls = useRunControl(runs, view);
  const availability = { ...boardAvailability(boardState), ...demoAvailability(state) };

  useEffect(() => {
    trainingDemo.open();
    return () => trainingDemo.leave();
  }, [trainingDemo]);

  const start = async () => {
    await trainingDemo.start();
    const { problem } = runs.store.getState();
    if (problem !== undefined) notice(problem, 'bad');
  };
  const back = () => {
    if (view && isOwnToCancel(view)) controls.cancel();
    else live.open('menu');
  };
  useKeys(
    'live-training',
    {
      ...boardKeys(pad, tell),
      'start-demo': () => void start(),
      'stop-demo': controls.handlers.stop,
      'demo-source': () => trainingDemo.nextSource(),
      'demo-epochs': () => trainingDemo.nextEpochs(),
      'try-on-pad': () => {
        const model = view?.run.outcome?.model;
        if (model) pad.chooseModel(model);
        live.open('pad');
      },
      back,
    },
    { availability },
  );
  return (
    <Frame screen="live-demo" place="live-training" availability={availability} status={status}>
      {stage === 'on' ? (
        <StageDemo trainingDemo={trainingDemo} />
      ) : (
        <DemoPanels trainingDemo={trainingDemo} />
      )}
      {controls.question}
    </Frame>
  );
}
