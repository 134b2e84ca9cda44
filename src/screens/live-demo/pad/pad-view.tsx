import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { HostState } from '../../../state/host-connection.js';
import type { Pad } from '../../../state/live/pad-store.js';
import { type ModelList, preferredModel } from '../../../state/recognition-state.js';
import { Frame } from '../../../ui/components/frame.js';
import { Panel } from '../../../ui/components/panel.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { ModelChooser } from '../../recognition/model-chooser.js';
import type { LiveDemoProps } from '../demo-view.js';
import { boardKeys } from './board-keys.js';
import { toolWords } from './canvas-notes.js';
import { CanvasView } from './canvas-view.js';
import { LabelQuestion } from './label-question.js';
import { padAvailability } from './pad-availability.js';
import { padLayout } from './pad-layout.js';
import { PadSide } from './pad-side.js';
import { StagePad } from './stage-pad.js';
import { useTell } from './use-tell.js';

/** Draw a digit with the mouse or the keys, and see what the network makes of it as it grows. */
export function PadView({ live, pad, status, onTrainOn }: Omit<LiveDemoProps, 'onBack'>) {
  const state = useStore(pad.store);
  const board = useStore(pad.board.store);
  const models = modelList(useStore(pad.connection.store));
  const tell = useTell();
  const { stage } = useTerminal();
  const availability = padAvailability(state, board);

  useEffect(() => {
    pad.open();
    return () => pad.leave();
  }, [pad]);

  const close = () => pad.show('none');
  const trainOnMine = () => {
    if (state.own.status === 'ready') onTrainOn(state.own.folder);
  };
  useKeys(
    'live-pad',
    {
      ...boardKeys(pad, tell),
      'name-digit': () => pad.show('label'),
      'save-drawing': () => void tell(pad.save()),
      'pad-model': () => pad.show('models'),
      'train-on-mine': trainOnMine,
      back: () => live.open('menu'),
    },
    { availability },
  );
  return (
    <Frame screen="live-demo" place="live-pad" availability={availability} status={status}>
      {stage === 'on' ? <StagePad pad={pad} /> : <PadPanels pad={pad} />}
      {state.panel === 'label' && (
        <LabelQuestion
          own={state.own}
          onLabel={(label) => void tell(pad.keepAs(label))}
          onClose={close}
        />
      )}
      {state.panel === 'models' && (
        <ModelChooser
          models={models}
          current={state.model ?? preferredModel(models)}
          onChoose={(name) => pad.chooseModel(name)}
          onClose={close}
        />
      )}
    </Frame>
  );
}

function PadPanels({ pad }: { pad: Pad }) {
  const board = useStore(pad.board.store);
  const layout = padLayout(useWorkArea());
  const { padWidth, padHeight, rows } = layout;
  return (
    <Box>
      <Panel title="Drawing pad" note={toolWords(board)} width={padWidth} height={padHeight}>
        <CanvasView board={pad.board} rows={rows} />
      </Panel>
      <PadSide pad={pad} layout={layout} />
    </Box>
  );
}

function modelList({ models }: Pick<HostState, 'models'>): ModelList {
  return models ? { status: 'ready', models } : { status: 'unknown' };
}
