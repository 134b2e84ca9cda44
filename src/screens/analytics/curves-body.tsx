import { Box } from 'ink';
import type { RunState } from '../../core/run/reducer.js';
import type { RunHistory } from '../../state/analytics/analytics-store.js';
import type { Subject } from '../../state/analytics/subject.js';
import { Rows } from '../../ui/components/rows.js';
import { RowsPanel } from '../../ui/components/rows-panel.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { ChartPanel } from '../training/chart-panel.js';
import {
  digitHistoryNote,
  digitHistoryRows,
  digitRows,
  worstNote,
} from '../training/digit-rows.js';
import type { Charts } from '../training/use-charts.js';
import { wrapWords } from '../wrap-words.js';
import { useViewArea } from './analytics-frame.js';
import { type CurvesLayout, curvesLayout } from './curves-layout.js';
import { epochLine } from './epoch-words.js';
import { cardFigures, runFigures } from './final-figures.js';
import { learningRateChart } from './learning-rate-chart.js';
import { whyNoCurves } from './no-curves.js';

export interface CurvesBodyProps {
  subject: Subject;
  history: RunHistory;
  charts: Charts;
  /** What stands in the last row instead of what happened in an epoch. */
  told: Row | undefined;
}

/** The curves beside what they came to; or one of them, large; or why there are none. */
export function CurvesBody({ subject, history, charts, told }: CurvesBodyProps) {
  const { glyphs } = useTerminal();
  const area = useViewArea();
  const layout = curvesLayout(area);
  const why = whyNoCurves(subject, history);
  const run = !why && history.status === 'ready' ? history.run : undefined;
  const { words } = layout;
  const large = { width: area.width, height: area.height - words.height };
  return (
    <Box flexDirection="column">
      {run && charts.view.size === 'large' ? (
        <ChartPanel run={run} name={charts.view.focus} charts={charts} {...large} />
      ) : (
        <Box>
          {run ? (
            <RunCharts run={run} charts={charts} layout={layout} />
          ) : (
            <RowsPanel title="Curves" width={layout.loss.width} height={layout.figures.height}>
              {({ width }) =>
                (why ?? []).flatMap(({ text, tone }) => [
                  ...wrapWords(text, width).map((line): Row => [span(line, tone)]),
                  [],
                ])
              }
            </RowsPanel>
          )}
          <RowsPanel title={subject.name} {...layout.figures}>
            {({ width }) => figures(subject, history, { width, glyphs })}
          </RowsPanel>
        </Box>
      )}
      <Rows rows={[told ?? (run ? epochLine(run, charts.view, glyphs) : [])]} {...words} />
    </Box>
  );
}

function figures(
  { card }: Subject,
  history: RunHistory,
  options: Parameters<typeof cardFigures>[1],
): Row[] {
  if (history.status === 'ready') return runFigures(history.run, card, options);
  return card ? cardFigures(card, options) : [];
}

interface RunChartsProps {
  run: RunState;
  charts: Charts;
  layout: CurvesLayout;
}

function RunCharts({ run, charts, layout }: RunChartsProps) {
  const { glyphs } = useTerminal();
  const chart = { run, charts };
  const own = { glyphs, charts: charts.view };
  const { small } = layout;
  return (
    <Box flexDirection="column">
      <ChartPanel name="loss" {...chart} {...layout.loss} />
      <ChartPanel name="accuracy" {...chart} {...layout.accuracy} />
      {small && (
        <Box>
          <RowsPanel title="Learning rate" {...small.learningRate}>
            {(inner) => learningRateChart(run, { ...inner, glyphs })}
          </RowsPanel>
          <RowsPanel
            title="Each digit"
            note={worstNote(run, glyphs, charts.view)}
            {...small.digits}
          >
            {(inner) => digitRows(run, { ...inner, ...own })}
          </RowsPanel>
          <RowsPanel title="By epoch" note={digitHistoryNote(run, glyphs)} {...small.digitHistory}>
            {(inner) => digitHistoryRows(run, { ...inner, ...own })}
          </RowsPanel>
        </Box>
      )}
    </Box>
  );
}
