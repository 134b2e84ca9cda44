import { useStore } from 'zustand';
import type { Compare } from '../../state/analytics/compare-store.js';
import type { Epochs } from '../../state/analytics/epochs-store.js';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { CalibrationView } from './calibration/calibration-view.js';
import { CompareView } from './compare/compare-view.js';
import { CurvesView, type CurvesViewProps } from './curves-view.js';
import { EmptyView } from './empty-view.js';
import { EpochsView } from './epochs/epochs-view.js';
import { NetworkView } from './network-view.js';
import type { ScoredViewProps } from './scores/scored-view-props.js';
import { ScoresView } from './scores/scores-view.js';

export interface AnalyticsScreenProps extends ScoredViewProps, CurvesViewProps {
  epochs: Epochs;
  compare: Compare;
  /** Chooses pictures. */
  browser: FileBrowser;
}

/** Why a model answers as it does, and how its training went: one view at a time of one model or run. */
export function AnalyticsScreen({ epochs, compare, browser, ...props }: AnalyticsScreenProps) {
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
    case 'epochs':
      return <EpochsView {...props} epochs={epochs} browser={browser} />;
    case 'compare':
      return <CompareView {...props} compare={compare} />;
    default:
      return <CurvesView {...props} />;
  }
}
