import { useStore } from 'zustand';
import { AnalyticsFrame } from './analytics-frame.js';
import { CalibrationView } from './calibration/calibration-view.js';
import type { ScoredViewProps } from './scores/scored-view-props.js';
import { ScoresView } from './scores/scores-view.js';

export type AnalyticsScreenProps = ScoredViewProps;

/** Why a model answers as it does, and how its training went: one view at a time of one model or run. */
export function AnalyticsScreen(props: AnalyticsScreenProps) {
  const { view } = useStore(props.analytics.store);
  switch (view) {
    // A view is a line here.
    case 'scores':
      return <ScoresView {...props} />;
    case 'calibration':
      return <CalibrationView {...props} />;
    default:
      return (
        <AnalyticsFrame
          analytics={props.analytics}
          place="analytics-curves"
          status={props.status}
        />
      );
  }
}
