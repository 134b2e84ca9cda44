import { Box } from 'ink';
import { expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { lineChart } from '../../../src/ui/components/line-chart.js';
import { Panel, panelInner } from '../../../src/ui/components/panel.js';
import { Rows } from '../../../src/ui/components/rows.js';
import { FrameWriter } from '../../../src/ui/terminal/frame-writer.js';
import { useTerminal } from '../../../src/ui/terminal/terminal-context.js';
import { mount } from '../../support/mount.js';

const size = { columns: 120, rows: 40 };
const updates = 20;
const updatesPerSecond = 10;
const bytesPerSecond = 40_000;

/** Two lines that fall with noise, as a loss does. */
const lines = [20, 25].map((start) => {
  const random = createRandom(start);
  return Array.from({ length: 100 + updates }, (_, x) => start / (20 + x) + random.uniform() / 20);
});

/** The curves of a run gain a point each time; those of its last steps go on by one. */
const charts = [
  { title: 'Loss', range: 'whole' },
  { title: 'Accuracy', range: 'whole' },
  { title: 'Step loss', range: 'recent' },
  { title: 'Learning rate', range: 'recent' },
] as const;

function FourCharts({ update }: { update: number }) {
  const { glyphs } = useTerminal();
  const panel = { width: size.columns / 2, height: size.rows / 2 };
  const inner = panelInner(panel);
  return (
    <Box flexWrap="wrap" width={size.columns} height={size.rows}>
      {charts.map(({ title, range }) => {
        const first = range === 'recent' ? update : 0;
        const points = lines.map((line) =>
          line.slice(first, 100 + update).map((y, x) => ({ x: first + x, y })),
        );
        const rows = lineChart({
          series: [
            { points: points[0], tone: 'accent', stroke: 'solid' },
            { points: points[1], tone: 'second', stroke: 'dotted' },
          ],
          xRange: [first, range === 'recent' ? first + 100 : 100 + updates],
          ...inner,
          glyphs,
        });
        return (
          <Panel key={title} title={`${title} ${update}`} {...panel}>
            <Rows rows={rows} {...inner} />
          </Panel>
        );
      })}
    </Box>
  );
}

async function frames(): Promise<string[]> {
  const capabilities = { colorLevel: 3, background: 'dark' } as const;
  const shown: string[] = [];
  for (let update = 0; update <= updates; update += 1) {
    const view = await mount(<FourCharts update={update} />, { ...size, capabilities });
    shown.push(view.services.canvas.compose(size));
    view.unmount();
  }
  return shown;
}

it('brings four charts to the terminal ten times a second on a slow line', async () => {
  let bytes = 0;
  const writer = new FrameWriter({
    size: () => size,
    maxFps: Number.POSITIVE_INFINITY,
    sink: {
      write: (text, done) => {
        bytes += Buffer.byteLength(text);
        done();
      },
    },
  });
  const [first, ...rest] = await frames();
  writer.draw(first);
  bytes = 0;
  for (const frame of rest) writer.draw(frame);
  const perSecond = (bytes / updates) * updatesPerSecond;
  expect(perSecond).toBeGreaterThan(1000);
  expect(perSecond).toBeLessThan(bytesPerSecond);
});
