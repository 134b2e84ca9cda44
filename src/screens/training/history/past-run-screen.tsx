import { useStore } from 'zustand';
import type { PastRunState } from '../../../state/runs/past-run-store.js';
import { whyNotResumed } from '../../../state/runs/run-facts.js';
import { Frame } from '../../../ui/components/frame.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { type Row, span } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { chartsOnStage } from '../../stage/charts-on-stage.js';
import { wrapWords } from '../../wrap-words.js';
import type { ChartStore } from '../chart-store.js';
import { LiveView } from '../live-view.js';
import type { PageProps } from '../pages/page-props.js';
import { useTold } from '../pages/use-told.js';
import type { NextKey } from '../summary-rows.js';
import { useCharts } from '../use-charts.js';

export interface PastRunScreenProps extends PageProps {
  chartStore: ChartStore;
}

const likeIt: NextKey = ['a', 'run another like it'];
const resumeIt: NextKey = ['R', 'resume'];
const goBack: NextKey = ['Esc', 'back'];

/** A run of the past, by its log, as it was seen when it ended. */
export function PastRunScreen({ book, chartStore, status, onBack }: PastRunScreenProps) {
  const state = useStore(book.past.store);
  const { runs } = useStore(book.connection.store);
  const { stage } = useTerminal();
  const tell = useTold();
  const view = state.status === 'ready' ? state.view : undefined;
  const id = state.status === 'none' ? undefined : state.id;
  const listed = runs?.find((run) => run.id === id);
  const charts = useCharts(view?.run, chartStore);
  const whyNot = whyNotResumed(listed, runs);
  const availability: Availability = {
    'resume-run': whyNot ?? true,
    'like-run': listed?.request ? true : 'nothing tells what it was asked for',
    ...(stage === 'on' ? chartsOnStage : charts.availability),
  };
  useKeys(
    'training-past',
    {
      ...charts.handlers,
      'like-run': () => listed && book.openLike(listed),
      'resume-run': () => listed && void book.resume(listed).then(tell),
      'open-history': () => book.pages.open({ name: 'history' }),
      back: () => {
        if (charts.back() === 'unused') onBack();
      },
    },
    { availability },
  );
  const nextKeys = [likeIt, ...(whyNot === undefined ? [resumeIt] : []), goBack];
  return (
    <Frame screen="training" place="training-past" availability={availability} status={status}>
      {view ? (
        <LiveView view={view} fresh="nothing" charts={charts} nextKeys={nextKeys} />
      ) : (
        <NoLog state={state} />
      )}
    </Frame>
  );
}

function NoLog({ state }: { state: PastRunState }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const title = state.status === 'none' ? 'Run' : state.id;
  return (
    <RowsPanel title={title} {...area}>
      {({ width }) =>
        state.status === 'failed'
          ? wrapWords(`${glyphs.cross} ${state.problem}`, width).map(
              (line): Row => [span(line, 'bad')],
            )
          : [[span('reading its log', 'dim')]]
      }
    </RowsPanel>
  );
}
