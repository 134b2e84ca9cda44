import { Box, useApp } from 'ink';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { createRandom } from '../../src/core/random.js';
import { lineChart } from '../../src/ui/components/line-chart.js';
import { Panel, panelInner } from '../../src/ui/components/panel.js';
import { Rows } from '../../src/ui/components/rows.js';
import { useTerminal } from '../../src/ui/terminal/terminal-context.js';

export interface ChartWallOptions {
  /** Milliseconds between two updates. */
  interval: number;
  updates: number;
  onUpdate: (update: number) => void;
}

export function chartWallApp(options: ChartWallOptions): ReactElement {
  return <ChartWall {...options} />;
}

/** What the charts show of their points: all so far on an axis for all that will come, or the last ones. */
const charts = [
  { title: 'Loss', range: 'whole' },
  { title: 'Accuracy', range: 'whole' },
  { title: 'Step loss', range: 'recent' },
  { title: 'Learning rate', range: 'recent' },
] as const;
const recent = 100;
const random = createRandom(1);

function ChartWall({ interval, updates, onUpdate }: ChartWallOptions) {
  const { columns, rows } = useTerminal();
  const { exit } = useApp();
  const [update, setUpdate] = useState(0);
  useEffect(() => {
    onUpdate(update);
    if (update === updates) exit();
    const timer = setTimeout(() => setUpdate(update + 1), interval);
    return () => clearTimeout(timer);
  }, [update, updates, interval, onUpdate, exit]);
  const size = { width: Math.floor(columns / 2), height: Math.floor(rows / 2) };
  return (
    <Box flexWrap="wrap" width={columns} height={rows}>
      {charts.map((chart) => (
        <Chart key={chart.title} {...chart} {...size} update={update} />
      ))}
    </Box>
  );
}

interface ChartProps {
  title: string;
  range: 'whole' | 'recent';
  update: number;
  width: number;
  height: number;
}

/** Two lines that fall with noise, as a loss does, and gain a point with each update. */
function Chart({ title, range, update, ...size }: ChartProps) {
  const { glyphs } = useTerminal();
  const [lines] = useState((): number[][] => [[], []]);
  for (const [index, line] of lines.entries()) {
    line.push(((index + 1) * 20) / (20 + update) + random.uniform() * 0.05);
    if (line.length > recent && range === 'recent') line.shift();
    // A run of 20,000 epochs does not fit into a chart: it goes round.
    if (line.length > 2 * recent) line.length = 0;
  }
  const [train, validation] = lines.map((line) => line.map((y, x) => ({ x, y })));
  const inner = panelInner(size);
  const rows = lineChart({
    series: [
      { points: train, tone: 'accent', stroke: 'solid' },
      { points: validation, tone: 'second', stroke: 'dotted' },
    ],
    xRange: [0, range === 'whole' ? 2 * recent : recent],
    ...inner,
    glyphs,
  });
  return (
    <Panel title={`${title}, update ${update}`} {...size}>
      <Rows rows={rows} {...inner} />
    </Panel>
  );
}
