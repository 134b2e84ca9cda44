import { useStore } from 'zustand';
import { CalibrationView } from './calibration/calibration-view.js';
import { CurvesView } from './curves-view.js';
import { EmptyView } from './empty-view.js';
import { NetworkView } from './network-view.js';
import type { ScoredViewProps } from './scores/scored-view-props.js';
import { ScoresView } from './scores/scores-view.js';

export type AnalyticsScreenProps = ScoredViewProps;

/** Why a model answers as it does, and how its training went: one view at a time of one model or run. */
export function AnalyticsScreen(props: AnalyticsScreenProps) {
  const { view, subject } = useStore(props.analytics.store);
  if (!subject) return <EmptyView {...props} />;
  switch (view) {
    // A view is a line here.
    case 'network':
      return <NetworkView {...props} />;
    case 'scores':
      return <ScoresView {...props} />;
    case 'calibration':
      return <CalibrationView {...props} />;
    default:
      return <CurvesView {...props} />;
  }
}
