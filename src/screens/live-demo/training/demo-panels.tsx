import { Box } from 'ink';
import { useStore } from 'zustand';
import { hasInk } from '../../../core/drawing/drawing.js';
import { emptyRun } from '../../../core/run/reducer.js';
import type { TrainingDemo, TrainingDemoState } from '../../../state/live/training-demo-store.js';
import { isUnderWay, type RunView } from '../../../state/run-view.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { metricNote } from '../../training/chart-note.js';
import { metricChart } from '../../training/chart-rows.js';
import { plainCharts } from '../../training/chart-view.js';
import { progressRows } from '../../training/progress-rows.js';
import { toolWords } from '../pad/canvas-notes.js';
import { CanvasView } from '../pad/canvas-view.js';
import { digitBars } from '../pad/digit-bars.js';
import { type DemoLayout, demoLayout } from './demo-layout.js';
import { epochsPanelRows } from './epochs-panel-rows.js';
import { latestScore } from './latest-score.js';

/** The canvas, what the newest weights make of it, the curve, and what each epoch said. */
export function DemoPanels({ trainingDemo }: { trainingDemo: TrainingDemo }) {
  const { glyphs } = useTerminal();
  const layout = demoLayout(useWorkArea());
  const state = useStore(trainingDemo.store);
  const board = useStore(trainingDemo.board.store);
  const { view, problem } = useStore(trainingDemo.runs.store);
  const epochs = panelInner(layout.epochs);
  const title = !view || isUnderWay(view) ? 'Epoch by epoch' : 'What the room saw';
  const rows = epochsPanelRows({
    view,
    state,
    // Of a host that is gone the run tells already.
    problem: problem ?? (view?.run.status === 'failed' ? undefined : state.problem),
    version: hasInk(board.drawing) ? board.ink.version : undefined,
    ...epochs,
    glyphs,
  });
  return (
    <Box flexDirection="column">
      <Box>
        <Box flexDirection="column">
          <Panel title="Your drawing" note={toolWords(board)} {...layout.pad}>
            <CanvasView board={trainingDemo.board} rows={layout.rows} />
          </Panel>
          {layout.bars.kind === 'panel' && <Bars state={state} layout={layout} />}
        </Box>
        <Box flexDirection="column">
          <Curve view={view} {...layout.curve} />
          <Panel title={title} {...layout.epochs}>
            <Rows rows={rows} {...epochs} />
          </Panel>
        </Box>
      </Box>
      {layout.bars.kind === 'across' && <Bars state={state} layout={layout} />}
      <Rows rows={underRows(view, layout)} {...layout.progress} />
    </Box>
  );

  function underRows(shown: RunView | undefined, { progress }: DemoLayout): readonly RowLike[] {
    return isUnderWay(shown) ? progressRows(shown, { width: progress.width, glyphs }) : [];
  }
}

function Bars({ state, layout }: { state: TrainingDemoState; layout: DemoLayout }) {
  const { glyphs } = useTerminal();
  const { kind, ...bars } = layout.bars;
  const latest = latestScore(state.scores);
  const probabilities = latest?.score.answer.probabilities;
  if (kind === 'across') {
    const rows = digitBars({ probabilities, width: bars.width, rows: 5, glyphs });
    return (
      <Box paddingX={1}>
        <Rows rows={rows} {...bars} />
      </Box>
    );
  }
  const inner = panelInner(bars);
  const note = latest ? `after epoch ${latest.epoch}` : '';
  return (
    <Panel title="Answer" note={[span(note, 'dim')]} {...bars}>
      <Rows rows={digitBars({ probabilities, width: inner.width, rows: 10, glyphs })} {...inner} />
    </Panel>
  );
}

function Curve({ view, ...frame }: { view: RunView | undefined; width: number; height: number }) {
  const { glyphs } = useTerminal();
  const run = view?.run ?? emptyRun('');
  const inner = panelInner(frame);
  const note = metricNote(run, 'accuracy', {
    charts: plainCharts,
    glyphs,
    width: frame.width - 'Accuracy'.length - 8,
  });
  return (
    <Panel title="Accuracy" note={note} {...frame}>
      <Rows rows={metricChart(run, 'accuracy', { ...inner, glyphs })} {...inner} />
    </Panel>
  );
}
