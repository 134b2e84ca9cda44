import { Box } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ComparedRun } from '../../../state/runs/comparison-store.js';
import { runDifferences } from '../../../state/runs/run-differences.js';
import { Frame } from '../../../ui/components/frame.js';
import { panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { fitRow, span } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import type { ChartStore } from '../chart-store.js';
import type { PageProps } from '../pages/page-props.js';
import { useCharts } from '../use-charts.js';
import { comparisonColumns } from './comparison-columns.js';
import { comparisonRows, countPages, sharedWords } from './comparison-rows.js';
import { comparedMetric, runsChart, runsEpochAt } from './runs-chart.js';

export interface ComparisonScreenProps extends PageProps {
  chartStore: ChartStore;
}

const metrics = ['loss', 'accuracy'] as const;

/** Curves of several runs on one chart, over a table of what differs between them. */
export function ComparisonScreen({ book, chartStore, status, onBack }: ComparisonScreenProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { runs } = useStore(book.comparison.store);
  const charts = useCharts(longest(runs)?.run, chartStore, metrics);
  const [page, setPage] = useState(0);
  const metric = comparedMetric(charts.view);
  const differences = runDifferences(runs.map(({ run }) => run));
  const columns = comparisonColumns(runs, differences, { metric, cursor: charts.view.cursor });
  const table = { width: area.width, height: runs.length + 4 };
  const chart = { width: area.width, height: area.height - table.height };
  const pages = countPages(runs, columns, panelInner(table).width);
  const other = metric === 'loss' ? 'accuracy' : 'loss';
  const availability: Availability = {
    ...charts.availability,
    'next-panel': { does: other },
    'previous-panel': { does: other },
    'more-columns':
      pages > 1
        ? { does: `columns ${(page % pages) + 1} of ${pages}` }
        : 'all columns are here already',
  };
  useKeys(
    'training-comparison',
    {
      ...charts.handlers,
      'more-columns': () => setPage((now) => (now + 1) % pages),
      back: () => {
        if (charts.back() === 'unused') onBack();
      },
    },
    { availability },
  );
  const chartOptions = { ...panelInner(chart), glyphs, charts: charts.view };
  const mouse = useMouse({
    onPress: ({ column }) =>
      charts.point(metric, runsEpochAt(runs, chartOptions, column - leftBorder)),
    onWheel: charts.wheel,
  });
  const shared = sharedWords(differences);
  return (
    <Frame
      screen="training"
      place="training-comparison"
      availability={availability}
      status={status}
    >
      <Box ref={mouse} {...chart} flexShrink={0}>
        <RowsPanel
          title={metric === 'loss' ? 'Validation loss' : 'Validation accuracy'}
          note={noteOf(charts.view)}
          tone="accent"
          {...chart}
        >
          {() => runsChart(runs, chartOptions)}
        </RowsPanel>
      </Box>
      <RowsPanel
        title="Runs"
        note={pages > 1 ? 't other columns' : ''}
        {...table}
        height={table.height - 1}
      >
        {({ width }) => comparisonRows(runs, columns, { width, glyphs, page })}
      </RowsPanel>
      <Rows
        rows={[fitRow([span(' the same for all: ', 'dim'), shared], area.width, glyphs.ellipsis)]}
        width={area.width}
      />
    </Frame>
  );
}

/** Cells of a panel left of what is in it. */
const leftBorder = 2;

/** The run whose epochs the cursor goes through. */
function longest(runs: readonly ComparedRun[]): ComparedRun | undefined {
  return runs.reduce<ComparedRun | undefined>(
    (most, run) => (most && most.run.history.length >= run.run.history.length ? most : run),
    undefined,
  );
}

function noteOf({ log, smoothing, range, focus }: ReturnType<typeof useCharts>['view']): string {
  return [
    ...(log.includes(focus) ? ['log'] : []),
    ...(smoothing > 0 ? [`smooth ${smoothing}`] : []),
    ...(range === 'recent' ? ['last 10'] : []),
  ].join(', ');
}
