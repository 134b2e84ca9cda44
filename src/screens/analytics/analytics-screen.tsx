import { useStore } from 'zustand';
import { CurvesView } from './curves-view.js';
import { EmptyView } from './empty-view.js';
import { NetworkView } from './network-view.js';
import type { ViewProps } from './view.js';

/** Why a model answers as it does, and how its training went: one view at a time of one model or run. */
export function AnalyticsScreen(props: ViewProps) {
  const { view, subject } = useStore(props.analytics.store);
  if (!subject) return <EmptyView {...props} />;
  switch (view) {
    // A view is a line here.
    case 'network':
      return <NetworkView {...props} />;
    default:
      return <CurvesView {...props} />;
  }
}
