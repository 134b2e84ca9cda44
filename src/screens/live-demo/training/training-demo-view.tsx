import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isUnderWay } from '../../../state/run-view.js';
import { Confirm } from '../../../ui/components/confirm.js';
import { Frame } from '../../../ui/components/frame.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useNotice, useTerminal } from '../../../ui/terminal/terminal-context.js';
import { lossOf } from '../../training/loss-of.js';
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
  const [isAsking, setIsAsking] = useState(false);
  const { stage } = useTerminal();
  const notice = useNotice();
  const tell = useTell();
  const { view } = state;
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
  const stop = async () => {
    setIsAsking(false);
    notice('stopping after the step under way; the best weights are kept', 'plain');
    await runs.stop();
    const { problem } = runs.store.getState();
    if (problem !== undefined) notice(problem, 'bad');
  };
  const back = () => {
    if (view?.run.status === 'waiting' && view.run.id !== '') void stop();
    else live.open('menu');
  };
  useKeys(
    'live-training',
    {
      ...boardKeys(pad, tell),
      'start-demo': () => void start(),
      'stop-demo': () => (view && lossOf(view) !== undefined ? setIsAsking(true) : void stop()),
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
