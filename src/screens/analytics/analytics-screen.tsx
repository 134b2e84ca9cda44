import { useStore } from 'zustand';
import type { Epochs } from '../../state/analytics/epochs-store.js';
import type { FileBrowser } from '../../state/file-browser-store.js';
import { AnalyticsFrame } from './analytics-frame.js';
import { EpochsView } from './epochs/epochs-view.js';
import type { ViewProps } from './view.js';

export interface AnalyticsScreenProps extends ViewProps {
  epochs: Epochs;
  /** Chooses pictures. */
  browser: FileBrowser;
}

/** Why a model answers as it does, and how its training went: one view at a time of one model or run. */
export function AnalyticsScreen({ epochs, browser, ...props }: AnalyticsScreenProps) {
  const { view } = useStore(props.analytics.store);
  switch (view) {
    // A view is a line here.
    case 'epochs':
      return <EpochsView {...props} epochs={epochs} browser={browser} />;
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
