import { useStore } from 'zustand';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import type { ChartStore } from '../training/chart-store.js';
import { useCharts } from '../training/use-charts.js';
import { AnalyticsFrame } from './analytics-frame.js';
import { curvesAvailability } from './curves-availability.js';
import { CurvesBody } from './curves-body.js';
import { CurvesOnStage } from './curves-on-stage.js';
import { useReport } from './use-report.js';
import type { ViewProps } from './view.js';

/** There is no place for how far it is. */
const onStage = 'stage mode writes no report: z leaves it';

const chartsHere = ['loss', 'accuracy'] as const;

export interface CurvesViewProps extends ViewProps {
  /** How the charts are looked at. */
  chartStore: ChartStore;
}

/** How training went: loss and accuracy by epoch, what it came to, and what happened on the way. */
export function CurvesView({ analytics, chartStore, status, onBack }: CurvesViewProps) {
  const { stage } = useTerminal();
  const { history, subject } = useStore(analytics.store);
  const run = history.status === 'ready' ? history.run : undefined;
  const charts = useCharts(run, chartStore, chartsHere);
  const report = useReport(analytics);
  const availability: Availability = {
    ...curvesAvailability(history, charts, stage),
    'write-report': stage === 'on' ? onStage : report.availability,
  };
  const { 'next-panel': below, 'previous-panel': above, ...handlers } = charts.handlers;
  useKeys(
    'analytics-curves',
    {
      ...handlers,
      'chart-below': below,
      'chart-above': above,
      'write-report': report.write,
      back: () => {
        if (report.back() === 'used' || charts.back() === 'used') return;
        onBack();
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
        <CurvesBody subject={subject} history={history} charts={charts} told={report.row} />
      )}
    </AnalyticsFrame>
  );
}
