import { Box } from 'ink';
import { useStore } from 'zustand';
import { type HistoryState, type ShownRuns, shownRuns } from '../../../state/runs/history-state.js';
import { titleOf } from '../../../state/runs/run-facts.js';
import { Frame } from '../../../ui/components/frame.js';
import { Rows } from '../../../ui/components/rows.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import { count } from '../../../ui/format.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { type Row, span } from '../../../ui/rows.js';
import { useTerminal, useTick, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import type { PageProps } from '../pages/page-props.js';
import { useRuns } from '../pages/use-runs.js';
import { useTold } from '../pages/use-told.js';
import { detailRows } from './detail-rows.js';
import { historyAvailability } from './history-availability.js';
import { historyLayout } from './history-layout.js';
import { HistoryLine } from './history-line.js';
import { listHeads, runRows, shownWindow } from './run-rows.js';

/** Milliseconds after which "2 min ago" has grown old. */
const agePeriod = 30_000;

/** All runs of the workspace, and what is known of one of them. */
export function HistoryScreen({ book, status, onBack }: PageProps) {
  const { history, pages } = book;
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const state = useStore(history.store);
  const runs = useRuns(book);
  const tell = useTold();
  useTick(agePeriod);
  const now = Date.now();
  const shown = shownRuns(runs, state);
  const { selected, rows, index } = shown;
  const availability = historyAvailability(shown, state, runs);
  const hasLine = state.line !== 'closed' || state.filter !== '';
  const { list, detail } = historyLayout(area, hasLine ? 1 : 0);
  const page = Math.max(1, list.height - 3);
  const move = (places: number) => () => history.move(places);
  const withSelected = (act: (run: NonNullable<typeof selected>) => void) => () => {
    if (selected) act(selected);
  };
  useKeys(
    'training-history',
    {
      'open-run': withSelected((run) => book.open(run)),
      'mark-run': () => tell(history.mark()),
      'compare-runs': () => book.compare(state.marked),
      'rename-run': () => history.openLine('title'),
      'note-run': () => history.openLine('note'),
      'like-run': withSelected((run) => book.openLike(run)),
      'remove-run': withSelected((run) => void history.remove(run).then(tell)),
      'undo-remove': () => void history.undoRemove().then(tell),
      'resume-run': withSelected((run) => void book.resume(run).then(tell)),
      'order-runs': () => history.turnOrder(),
      'filter-runs': () => history.openLine('filter'),
      'open-sweep': withSelected((run) => book.openSweepOf(run)),
      'open-queue': () => pages.open({ name: 'queue' }),
      'move-up': move(-1),
      'move-down': move(1),
      'page-up': move(-page),
      'page-down': move(page),
      back: () => {
        if (history.back() === 'unused') onBack();
      },
    },
    { availability },
  );
  const mouse = useMouse({
    onPress: ({ row }) => {
      const { from, to } = shownWindow({ count: rows.length, index, height: list.height - 2 });
      const at = from + row - 1 - listHeads;
      if (at < from || at >= to) return;
      if (at === index) book.open(rows[at]);
      else history.select(rows[at].id);
    },
  });
  return (
    <Frame screen="training" place="training-history" availability={availability} status={status}>
      <Box ref={mouse} width={list.width} height={list.height} flexShrink={0}>
        <RowsPanel title="All runs" note={noteOf(shown, state, runs)} tone="accent" {...list}>
          {(inner) =>
            rows.length > 0
              ? runRows(shown, state, { ...inner, glyphs, now })
              : [emptyRow(runs, state)]
          }
        </RowsPanel>
      </Box>
      {hasLine && <HistoryLine history={history} state={state} width={area.width} onTold={tell} />}
      {selected ? (
        <RowsPanel title={titleOf(selected)} note={idNote(selected)} {...detail}>
          {(inner) => detailRows(selected, { ...inner, glyphs, now })}
        </RowsPanel>
      ) : (
        <Rows rows={[]} {...detail} />
      )}
    </Frame>
  );
}

/** `12 of 40 shown, best first, 2 marked` */
function noteOf(
  { rows }: ShownRuns,
  { order, filter, marked }: HistoryState,
  runs: readonly unknown[] | undefined,
): string {
  if (!runs) return '';
  return [
    filter === '' ? runCount(runs.length) : `${count(rows.length)} of ${count(runs.length)} shown`,
    order === 'name' ? 'by name' : `${order} first`,
    ...(marked.length > 0 ? [`${marked.length} marked`] : []),
  ].join(', ');
}

function runCount(runs: number): string {
  return `${count(runs)} ${runs === 1 ? 'run' : 'runs'}`;
}

/** Where a person has named it, the folder that it lies in. */
function idNote({ title, id }: { title?: string; id: string }): string {
  return title && title !== id ? `runs/${id}` : '';
}

function emptyRow(runs: readonly unknown[] | undefined, { filter }: HistoryState): Row {
  if (!runs) return [span('the host lists them once it is there', 'dim')];
  const words =
    filter === ''
      ? 'no run yet: Esc, then r in the settings starts one'
      : 'no run goes with the filter: Esc clears it';
  return [span(words, 'dim')];
}
