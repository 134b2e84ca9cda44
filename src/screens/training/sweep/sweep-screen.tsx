import { useState } from 'react';
import { type SweepTable, sweepTable } from '../../../core/run/sweep-table.js';
import type { RunSummary } from '../../../host/protocol.js';
import { mostCompared } from '../../../state/runs/history-store.js';
import { isOver, isQueued, ofSweep, titleOf } from '../../../state/runs/run-facts.js';
import { inOrder } from '../../../state/runs/run-order.js';
import { Confirm } from '../../../ui/components/confirm.js';
import { Frame } from '../../../ui/components/frame.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { detailRows } from '../history/detail-rows.js';
import type { PageProps } from '../pages/page-props.js';
import { useRuns } from '../pages/use-runs.js';
import { useTold } from '../pages/use-told.js';
import { sweepTableRows, type TablePlace } from './sweep-table-rows.js';

export interface SweepScreenProps extends PageProps {
  sweep: string;
}

const detailHeight = 9;

/** The table of a sweep, which fills as its runs end. */
export function SweepScreen({ book, sweep, status, onBack }: SweepScreenProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const all = useRuns(book);
  const [chosen, setChosen] = useState<TablePlace>({ row: 0, column: 0 });
  const [isAsking, setIsAsking] = useState(false);
  const tell = useTold();
  const runs = ofSweep(all, sweep);
  const table = sweepTable(runs);
  const place = within(table, chosen);
  const selected = table.cells[place.row]?.[place.column];
  const left = runs.filter((run) => !isOver(run));
  const comparable = inOrder(
    runs.filter((run) => !isQueued(run)),
    'best',
  ).slice(0, mostCompared);
  const move = (row: number, column: number) => () =>
    setChosen(within(table, { row: place.row + row, column: place.column + column }));
  const availability: Availability = {
    'open-run': selected ? true : 'there is no run of these values',
    'like-run': selected ? true : 'there is no run of these values',
    'stop-sweep': left.length > 0 || 'all its runs have ended',
    'compare-runs': comparable.length > 1 || 'fewer than two of its runs have begun',
  };
  useKeys(
    'training-sweep',
    {
      'open-run': () => selected && book.open(selected),
      'like-run': () => selected && book.openLike(selected),
      'compare-runs': () => book.compare(comparable.map(({ id }) => id)),
      'stop-sweep': () => setIsAsking(true),
      'open-history': () => book.pages.open({ name: 'history' }),
      'open-queue': () => book.pages.open({ name: 'queue' }),
      'go-left': move(0, -1),
      'go-right': move(0, 1),
      'go-up': move(-1, 0),
      'go-down': move(1, 0),
      back: onBack,
    },
    { availability },
  );
  const detail = { width: area.width, height: detailHeight };
  const list = { width: area.width, height: area.height - detailHeight };
  return (
    <Frame screen="training" place="training-sweep" availability={availability} status={status}>
      <RowsPanel title={`Sweep ${sweep}`} note={noteOf(runs)} tone="accent" {...list}>
        {(inner) =>
          runs.length > 0
            ? sweepTableRows(table, { ...inner, place, glyphs })
            : ['no run of it is left']
        }
      </RowsPanel>
      <RowsPanel title={selected ? titleOf(selected) : 'No run'} {...detail}>
        {(inner) =>
          selected
            ? detailRows(selected, { ...inner, glyphs, now: Date.now() })
            : ['no run was filed for these values, or it was taken out']
        }
      </RowsPanel>
      {isAsking && (
        <Confirm
          question="Stop the rest of the sweep?"
          detail={stopWords(left)}
          onYes={() => {
            setIsAsking(false);
            void book.queue.stopSweep(left).then(tell);
          }}
          onNo={() => setIsAsking(false)}
        />
      )}
    </Frame>
  );
}

/** `3 of 4 ended, 1 failed` */
function noteOf(runs: readonly RunSummary[]): string {
  const failed = runs.filter(({ status }) => status === 'failed').length;
  const ended = runs.filter(isOver).length;
  return [`${ended} of ${runs.length} ended`, ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ', ',
  );
}

function stopWords(left: readonly RunSummary[]): string {
  const waiting = left.filter(isQueued).length;
  return [
    ...(waiting > 0 ? [`${waiting} that wait are taken out`] : []),
    ...(left.length > waiting ? ['the one under way ends with its best weights saved'] : []),
  ].join('; ');
}

function within({ cells }: SweepTable<RunSummary>, { row, column }: TablePlace): TablePlace {
  const lastRow = Math.max(0, cells.length - 1);
  const lastColumn = Math.max(0, (cells[0]?.length ?? 1) - 1);
  return {
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  };
}
