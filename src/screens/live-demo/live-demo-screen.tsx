import { useStore } from 'zustand';
import type { LiveDemo } from '../../state/live/live-demo-store.js';
import type { Pad } from '../../state/live/pad-store.js';
import type { TrainingDemo } from '../../state/live/training-demo-store.js';
import { Frame } from '../../ui/components/frame.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { PadView } from './pad/pad-view.js';
import { TrainingDemoView } from './training/training-demo-view.js';

export interface LiveDemoProps {
  live: LiveDemo;
  pad: Pad;
  trainingDemo: TrainingDemo;
  status: RowLike;
  /** Called for Esc when it leaves nothing here. */
  onBack: () => void;
  /** Opens Training's settings with a source. */
  onTrainOn: (source: string) => void;
}

/** What a room is shown: a list of demonstrations, and the one that is open. */
export function LiveDemoScreen(props: LiveDemoProps) {
  const { live, status, onBack } = props;
  const { mode } = useStore(live.store);
  useKeys('live-menu', { back: onBack });
  switch (mode) {
    // A demonstration is a line here.
    case 'pad':
      return <PadView {...props} />;
    case 'training':
      return <TrainingDemoView {...props} />;
    default:
      return <Frame screen="live-demo" place="live-menu" status={status} />;
  }
}
