import { useStore } from 'zustand';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { AnalyticsFrame, useViewArea } from './analytics-frame.js';
import { emptyRows } from './empty-rows.js';
import type { ViewProps } from './view.js';

/** Analytics while there is nothing to look at. */
export function EmptyView({ analytics, status, onBack }: ViewProps) {
  const area = useViewArea();
  const inner = panelInner(area);
  const { subjects } = useStore(analytics.store);
  const host = useStore(analytics.connection.store);
  useKeys('analytics-curves', { back: onBack });
  return (
    <AnalyticsFrame analytics={analytics} place="analytics-curves" status={status}>
      <Panel title="Analytics" {...area}>
        <Rows rows={emptyRows(subjects, host, inner.width)} {...inner} />
      </Panel>
    </AnalyticsFrame>
  );
}
