import { homedir } from 'node:os';
import { Box } from 'ink';
import { useMemo } from 'react';
import type { BatchDemoState } from '../../state/live/batch-demo.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { count } from '../../ui/format.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { commonFolder, shortPath } from '../files/file-names.js';
import { PicturePanel } from '../recognition/picture-panel.js';
import { ResultsTable } from '../recognition/results-table.js';
import { progressRows, readingTotals, summaryRows } from '../recognition/summary-rows.js';
import { batchLayout } from './batch-layout.js';

export interface BatchPanelsProps {
  recognition: Recognition;
  state: RecognitionState;
  side: BatchDemoState['side'];
}

/** How far it is, the table, what it comes to, and the selected picture. */
export function BatchPanels({ recognition, state, side }: BatchPanelsProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { reading, rows, selected, order } = state;
  const results = reading?.results ?? none;
  const folder = useMemo(() => commonFolder(results.map(({ file }) => file)), [results]);
  const totals = useMemo(() => readingTotals(results), [results]);
  if (!reading) return null;

  const progress = progressRows(reading, { width: area.width, glyphs });
  const height = area.height - progress.length - 1;
  const layout = batchLayout({ width: area.width, height });
  const path = (width: number) => ({ width, home: homedir(), ellipsis: glyphs.ellipsis });
  const note = order === 'uncertain-first' ? 'uncertain first' : 'as read';
  const title =
    folder === undefined
      ? 'Pictures'
      : shortPath(folder, path(layout.table.width - note.length - 8));
  const inner = panelInner(layout.totals);
  const result = rows.includes(selected) ? results[selected] : undefined;
  return (
    <>
      <Rows rows={progress} width={area.width} />
      <Box height={height}>
        <Panel title={title} note={note} {...layout.table}>
          <ResultsTable
            recognition={recognition}
            state={state}
            results={results}
            folder={folder}
            {...panelInner(layout.table)}
          />
        </Panel>
        <Box flexDirection="column">
          {(layout.picture || side === 'totals') && (
            <Panel title="Totals" note={`${count(results.length)} pictures`} {...layout.totals}>
              <Rows rows={summaryRows(totals, { ...inner, glyphs })} {...inner} />
            </Panel>
          )}
          {(layout.picture || side === 'picture') && (
            <PicturePanel state={state} {...(layout.picture ?? layout.totals)} />
          )}
        </Box>
      </Box>
      <Rows rows={[detail()]} width={area.width} />
    </>
  );

  function detail() {
    if (!result) return '';
    if ('error' in result) return [span(` ${glyphs.cross} ${result.error}`, 'bad')];
    return [span(` ${shortPath(result.file, path(area.width - 2))}`, 'dim')];
  }
}

const none: NonNullable<RecognitionState['reading']>['results'] = [];
