import { Box } from 'ink';
import type { RunState } from '../../core/run/reducer.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { metricNote, stepNote } from './chart-note.js';
import { epochAtColumn, metricChart } from './chart-rows.js';
import type { ChartName } from './chart-view.js';
import { stepRows } from './step-rows.js';
import type { Charts } from './use-charts.js';

export interface ChartPanelProps {
  run: RunState;
  name: ChartName;
  charts: Charts;
  /** Cells of the whole panel. */
  width: number;
  height: number;
}

const titles: Record<ChartName, string> = {
  loss: 'Loss',
  accuracy: 'Accuracy',
  steps: 'Step loss',
};

/** A chart that can have the keys. A click puts the cursor at its epoch, the wheel moves it. */
export function ChartPanel({ run, name, charts, width, height }: ChartPanelProps) {
  const { glyphs } = useTerminal();
  const { view } = charts;
  const inner = panelInner({ width, height });
  const options = { ...inner, glyphs, charts: view };
  const element = useMouse({
    onPress: ({ column }) => charts.point(name, epochAt(column - leftBorder)),
    onWheel: charts.wheel,
  });
  const hasFocus = view.focus === name;
  const title = hasFocus ? `${glyphs.pointer}${titles[name]}` : titles[name];
  const noteOptions = { charts: view, glyphs, width: width - title.length - aroundTitle };
  const note = name === 'steps' ? stepNote(noteOptions) : metricNote(run, name, noteOptions);
  const rows = name === 'steps' ? stepRows(run, options) : metricChart(run, name, options);
  return (
    <Box ref={element} width={width} height={height} flexShrink={0}>
      <Panel
        title={title}
        note={note}
        width={width}
        height={height}
        tone={hasFocus ? 'accent' : 'dim'}
      >
        <Rows rows={rows} {...inner} />
      </Panel>
    </Box>
  );

  /** The steps within the epochs are not counted by epoch. */
  function epochAt(column: number): number | undefined {
    return name === 'steps' ? undefined : epochAtColumn(run, name, options, column);
  }
}

/** Cells of a panel left of what is in it. */
const leftBorder = 2;
/** Corners, spaces and the line between title and note. */
const aroundTitle = 8;
