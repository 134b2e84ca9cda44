import { Box } from 'ink';
import type { ResumableRun } from '../../state/resumable-run.js';
import type { RunsState } from '../../state/run-store.js';
import { isUnderWay, type RunView } from '../../state/run-view.js';
import { Rows } from '../../ui/components/rows.js';
import { RowsPanel } from '../../ui/components/rows-panel.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { ChartPanel } from './chart-panel.js';
import { epochAtCursor } from './chart-view.js';
import { digitHistoryNote, digitHistoryRows, digitRows, worstNote } from './digit-rows.js';
import { figureRows } from './figure-rows.js';
import { logRows } from './log-rows.js';
import { progressRows, resumingRows } from './progress-rows.js';
import { learningRateRows } from './step-rows.js';
import { type NextKey, type SummaryOptions, summaryRows } from './summary-rows.js';
import { trainingLayout } from './training-layout.js';
import type { Charts } from './use-charts.js';

export interface LiveViewProps {
  view: RunView;
  fresh: RunsState['fresh'];
  charts: Charts;
  /** What was asked of it and is not done yet. */
  pending?: RunsState['pending'];
  /** Where the run would go on, if it has ended before its time. */
  resumable?: ResumableRun;
  /** Keys to go on with from a run that has ended. */
  nextKeys?: readonly NextKey[];
}

/** A run under way or ended, in panels that stay where they are; or one chart of it, large. */
export function LiveView(props: LiveViewProps) {
  const { view, charts, pending, resumable, nextKeys } = props;
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { bars, log } = trainingLayout(area);
  const isLarge = charts.view.size === 'large';
  const options = { width: area.width, glyphs, resumable, nextKeys };
  const state = pending === 'resume' ? resumingRows(view, options) : stateRows(view, options);
  const belowHeight = isLarge ? state.length : bars.height + log.height;
  const below = [...state, ...logRows(view.log, belowHeight - state.length, glyphs)];
  return (
    <Box flexDirection="column">
      {isLarge ? (
        <ChartPanel
          run={view.run}
          name={charts.view.focus}
          charts={charts}
          width={area.width}
          height={area.height - belowHeight}
        />
      ) : (
        <AllPanels {...props} />
      )}
      <Rows rows={below} width={area.width} height={belowHeight} />
    </Box>
  );
}

/** Bars while it goes on; what became of it when it has ended. */
function stateRows(view: RunView, options: SummaryOptions): readonly RowLike[] {
  return isUnderWay(view) ? progressRows(view, options) : summaryRows(view, options);
}

function AllPanels({ view, fresh, charts }: LiveViewProps) {
  const { glyphs } = useTerminal();
  const layout = trainingLayout(useWorkArea());
  const { run } = view;
  const own = { glyphs, charts: charts.view };
  const epoch = epochAtCursor(run, charts.view);
  const chart = { run, charts };
  const digits = (
    <RowsPanel title="Each digit" note={worstNote(run, glyphs, charts.view)} {...layout.digits}>
      {(inner) => digitRows(run, { ...inner, ...own })}
    </RowsPanel>
  );
  return (
    <Box>
      <Box flexDirection="column">
        <RowsPanel title={titleOf(view)} {...layout.figures}>
          {(inner) => figureRows(view, { ...inner, glyphs, fresh, epoch })}
        </RowsPanel>
        {layout.small === 'beside' && digits}
      </Box>
      <Box flexDirection="column">
        <ChartPanel name="loss" {...chart} {...layout.loss} />
        <ChartPanel name="accuracy" {...chart} {...layout.accuracy} />
        <Box>
          <Box flexDirection={layout.small === 'row' ? 'row' : 'column'}>
            <ChartPanel name="steps" {...chart} {...layout.steps} />
            <RowsPanel title="Learning rate" {...layout.learningRate}>
              {(inner) => learningRateRows(run, { ...inner, glyphs })}
            </RowsPanel>
          </Box>
          {layout.small !== 'beside' && digits}
          {layout.digitHistory && (
            <RowsPanel
              title={digitHistoryTitle(layout.digitHistory.width)}
              note={digitHistoryNote(run, glyphs)}
              {...layout.digitHistory}
            >
              {(inner) => digitHistoryRows(run, { ...inner, ...own })}
            </RowsPanel>
          )}
        </Box>
      </Box>
    </Box>
  );
}

/** Beside "Each digit" the short one says as much. */
function digitHistoryTitle(width: number): string {
  return width >= 52 ? 'Each digit over the epochs' : 'By epoch';
}

function titleOf({ run, asked }: RunView): string {
  return run.id || asked?.name || 'New run';
}
