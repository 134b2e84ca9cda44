import { Box } from 'ink';
import type { RunsState } from '../../state/run-store.js';
import { isUnderWay, type RunView } from '../../state/run-view.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import {
  chartNote,
  digitRows,
  learningRateRows,
  metricChart,
  stepRows,
  worstNote,
} from './chart-rows.js';
import { figureRows } from './figure-rows.js';
import { logRows } from './log-rows.js';
import { progressRows } from './progress-rows.js';
import { summaryRows } from './summary-rows.js';
import { trainingLayout } from './training-layout.js';

export interface LiveViewProps {
  view: RunView;
  fresh: RunsState['fresh'];
}

/** A run under way or ended, in panels that stay where they are. */
export function LiveView({ view, fresh }: LiveViewProps) {
  const { glyphs } = useTerminal();
  const layout = trainingLayout(useWorkArea());
  const { run } = view;
  const draw = (place: Place, rows: (inner: Place) => readonly RowLike[]) => {
    const inner = panelInner(place);
    return <Rows rows={rows(inner)} {...inner} />;
  };
  return (
    <Box flexDirection="column">
      <Box>
        <Panel title={titleOf(view)} {...layout.figures}>
          {draw(layout.figures, (inner) => figureRows(view, { ...inner, glyphs, fresh }))}
        </Panel>
        <Box flexDirection="column">
          <Panel title="Loss" note={chartNote(glyphs)} {...layout.loss}>
            {draw(layout.loss, (inner) => metricChart(run, 'loss', { ...inner, glyphs }))}
          </Panel>
          <Panel title="Accuracy" note={chartNote(glyphs)} {...layout.accuracy}>
            {draw(layout.accuracy, (inner) => metricChart(run, 'accuracy', { ...inner, glyphs }))}
          </Panel>
          <Box>
            <Panel title="Step loss" {...layout.steps}>
              {draw(layout.steps, (inner) => stepRows(run, { ...inner, glyphs }))}
            </Panel>
            <Panel title="Learning rate" {...layout.learningRate}>
              {draw(layout.learningRate, (inner) => learningRateRows(run, { ...inner, glyphs }))}
            </Panel>
            <Panel title="Each digit" note={worstNote(run, glyphs)} {...layout.digits}>
              {draw(layout.digits, (inner) => digitRows(run, { ...inner, glyphs }))}
            </Panel>
          </Box>
        </Box>
      </Box>
      <Below view={view} />
    </Box>
  );
}

/** Bars and log while it goes on; what became of it, then the log, when it has ended. */
function Below({ view }: { view: RunView }) {
  const { glyphs } = useTerminal();
  const { bars, log } = trainingLayout(useWorkArea());
  const height = bars.height + log.height;
  const above = isUnderWay(view)
    ? progressRows(view, { width: bars.width, glyphs })
    : summaryRows(view, { width: bars.width, glyphs });
  const rows = [...above, ...logRows(view.log, height - above.length, glyphs)];
  return <Rows rows={rows} width={bars.width} height={height} />;
}

interface Place {
  width: number;
  height: number;
}

function titleOf({ run, asked }: RunView): string {
  return run.id || asked?.name || 'New run';
}
