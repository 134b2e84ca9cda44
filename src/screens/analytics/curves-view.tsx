import { useStore } from 'zustand';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useCharts } from '../training/use-charts.js';
import { AnalyticsFrame } from './analytics-frame.js';
import { curvesAvailability } from './curves-availability.js';
import { CurvesBody } from './curves-body.js';
import { CurvesOnStage } from './curves-on-stage.js';
import type { ViewProps } from './view.js';

const chartsHere = ['loss', 'accuracy'] as const;

/** How training went: loss and accuracy by epoch, what it came to, and what happened on the way. */
export function CurvesView({ analytics, status, onBack }: ViewProps) {
  const { stage } = useTerminal();
  const { history, log, subject } = useStore(analytics.store);
  const charts = useCharts(history.status === 'ready' ? history.run : undefined, chartsHere);
  const availability: Availability = curvesAvailability(history, charts, stage);
  const { 'next-panel': below, 'previous-panel': above, ...handlers } = charts.handlers;
  useKeys(
    'analytics-curves',
    {
      ...handlers,
      'chart-below': below,
      'chart-above': above,
      back: () => {
        if (charts.back() === 'unused') onBack();
      },
    },
    { availability },
  );
  return (
    <AnalyticsFrame
      analytics={analytics}
      place="analytics-curves"
      availability={availability}
      status={status}
    >
      {subject && stage === 'on' && <CurvesOnStage subject={subject} history={history} />}
      {subject && stage === 'off' && (
        <CurvesBody subject={subject} history={history} log={log} charts={charts} />
      )}
    </AnalyticsFrame>
  );
}
