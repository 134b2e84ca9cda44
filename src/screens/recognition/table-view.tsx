import { homedir } from 'node:os';
import { Box } from 'ink';
import { useMemo } from 'react';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { count } from '../../ui/format.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { commonFolder, shortPath } from '../files/file-names.js';
import { FilterLine } from './filter-line.js';
import { ResultsTable } from './results-table.js';
import { SelectedPanels } from './selected-panels.js';
import { progressRows, readingTotals, summaryRows } from './summary-rows.js';
import { tableLayout } from './table-layout.js';

const none: NonNullable<RecognitionState['reading']>['results'] = [];

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
  const layout = tableLayout({ width: area.width, height });
  const { table } = layout;
  const inner = panelInner(layout.totals);
  const note = tableNote(state);
  // The border's corners, and a space around each text, belong to neither.
  const titleRoom = table.width - note.length - 8;
  const title = folder === undefined ? 'Pictures' : shortPath(folder, pathOptions(titleRoom));
  return (
    <>
      <Rows rows={progress} width={area.width} />
      {hasFilter && <FilterLine recognition={recognition} state={state} width={area.width} />}
      <Box height={height}>
        <Panel title={title} note={note} {...table}>
          <ResultsTable
            recognition={recognition}
            state={state}
            results={results}
            folder={folder}
            {...panelInner(table)}
          />
        </Panel>
        <Box flexDirection={layout.grid?.place === 'below' ? 'column' : 'row'}>
          <Panel title="Totals" note={`${count(results.length)} pictures`} {...layout.totals}>
            <Rows rows={summaryRows(totals, { ...inner, glyphs })} {...inner} />
          </Panel>
          <SelectedPanels recognition={recognition} state={state} layout={layout} />
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
