import { homedir } from 'node:os';
import { Box } from 'ink';
import { useMemo } from 'react';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { DigitGrid } from '../../ui/components/digit-grid.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { count } from '../../ui/format.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { commonFolder, shortPath } from '../files/file-names.js';
import { FilterLine } from './filter-line.js';
import { ResultsTable } from './results-table.js';
import { progressRows, readingTotals, summaryRows } from './summary-rows.js';

const none: NonNullable<RecognitionState['reading']>['results'] = [];
const gridPanel = { width: 32, height: 16 };

export interface TableViewProps {
  recognition: Recognition;
  state: RecognitionState;
}

/** Several pictures: how far, each answer, and what they come to. */
export function TableView({ recognition, state }: TableViewProps) {
  const { reading, rows, selected } = state;
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const results = reading?.results ?? none;
  const folder = useMemo(() => commonFolder(results.map(({ file }) => file)), [results]);
  const totals = useMemo(() => readingTotals(results), [results]);
  if (!reading) return null;

  const result = rows.includes(selected) ? results[selected] : undefined;
  const hasFilter = state.filterLine === 'open' || state.filter !== '';
  // A filter takes the line that says how the reading went, once that is over.
  const progress =
    hasFilter && reading.status === 'done'
      ? []
      : progressRows(reading, { width: area.width, glyphs });
  const height = area.height - progress.length - (hasFilter ? 1 : 0) - 1;
  const side = { width: gridPanel.width, height };
  // The picture that is looked at is shown beside the table where there is room for it.
  const hasGrid = height >= gridPanel.height + 20 && area.width >= 100;
  if (hasGrid) side.height -= gridPanel.height;
  const table = { width: area.width - side.width, height };
  const title =
    folder === undefined ? 'Pictures' : shortPath(folder, pathOptions(table.width - 24));
  return (
    <>
      <Rows rows={progress} width={area.width} />
      {hasFilter && <FilterLine recognition={recognition} state={state} width={area.width} />}
      <Box height={height}>
        <Panel title={title} note={tableNote(state)} {...table}>
          <ResultsTable
            recognition={recognition}
            state={state}
            results={results}
            folder={folder}
            {...panelInner(table)}
          />
        </Panel>
        <Box flexDirection="column">
          <Panel title="Totals" note={`${count(results.length)} pictures`} {...side}>
            <Rows
              rows={summaryRows(totals, { ...panelInner(side), glyphs })}
              {...panelInner(side)}
            />
          </Panel>
          {hasGrid && (
            <Panel title="28x28, what it sees" {...gridPanel}>
              {result && !('error' in result) && (
                <DigitGrid pixels={Buffer.from(result.seen.pixels, 'base64')} />
              )}
            </Panel>
          )}
        </Box>
      </Box>
      <Rows rows={[detail()]} width={area.width} />
    </>
  );

  function detail() {
    if (!result) return '';
    if ('error' in result) return [span(` ${glyphs.cross} ${result.error}`, 'bad')];
    return [span(` ${shortPath(result.file, pathOptions(area.width - 2))}`, 'dim')];
  }

  function pathOptions(width: number) {
    return { width, home: homedir(), ellipsis: glyphs.ellipsis };
  }
}

/** `uncertain first, 12 of 400 shown` */
function tableNote({ reading, rows, order, filter }: RecognitionState): string {
  const sorted = order === 'uncertain-first' ? ['uncertain first'] : [];
  const all = count(reading?.results.length ?? 0);
  const shown = filter === '' ? [] : [`${count(rows.length)} of ${all} shown`];
  return [...sorted, ...shown].join(', ');
}
