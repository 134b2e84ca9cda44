import { useStore } from 'zustand';
import { BatchView } from './batch-view.js';
import type { LiveDemoProps } from './demo-view.js';
import { GuideView } from './guide-view.js';
import { MenuView } from './menu-view.js';
import { ModelView } from './model-view.js';
import { PadView } from './pad/pad-view.js';
import { QuickView } from './quick-view.js';
import { QuizView } from './quiz-view.js';
import { TrainingDemoView } from './training/training-demo-view.js';
import { WatchView } from './watch-view.js';

/** What a room is shown: a list of demonstrations, and the one that is open. */
export function LiveDemoScreen(props: LiveDemoProps) {
  const { live, pad, status, onBack } = props;
  const { mode } = useStore(live.store);
  const demo = { live, status, onBack: () => live.open('menu') };
  switch (mode) {
    case 'quick':
      return <QuickView {...demo} />;
    case 'watch':
      return <WatchView {...demo} />;
    case 'batch':
      return <BatchView {...demo} />;
    case 'quiz':
      return <QuizView {...demo} />;
    case 'guide':
      return <GuideView {...demo} />;
    case 'model':
      return <ModelView {...demo} onChoose={(model) => pad.chooseModel(model)} />;
    case 'pad':
      return <PadView {...props} />;
    case 'training':
      return <TrainingDemoView {...props} />;
    default:
      return <MenuView live={live} status={status} onBack={onBack} />;
  }
}
