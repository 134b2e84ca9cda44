import { useStore } from 'zustand';
import { AnalyticsFrame } from './analytics-frame.js';
import type { ViewProps } from './view.js';

/** Why a model answers as it does, and how its training went: one view at a time of one model or run. */
export function AnalyticsScreen(props: ViewProps) {
  const { view } = useStore(props.analytics.store);
  switch (view) {
    // A view is a line here.
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
