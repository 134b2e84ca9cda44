import { Box } from 'ink';
import { useState } from 'react';
import type { RunSummary } from '../../../host/protocol.js';
import { goingRun, queueOf, titleOf } from '../../../state/runs/run-facts.js';
import { Frame } from '../../../ui/components/frame.js';
import { Rows } from '../../../ui/components/rows.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { type Row, span } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import type { PageProps } from '../pages/page-props.js';
import { useRuns } from '../pages/use-runs.js';
import { useTold } from '../pages/use-told.js';
import { goingRow, queueRows, queueWindow } from './queue-rows.js';

/** The runs that wait for their turn, in their places. */
export function QueueScreen({ book, status, onBack }: PageProps) {
  const { queue, pages } = book;
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const runs = useRuns(book);
  const tell = useTold();
  const waiting = queueOf(runs);
  const going = goingRun(runs);
  // A run keeps the keys while its place changes.
  const [chosen, setChosen] = useState<{ id: string; place: number }>();
  const found = waiting.findIndex(({ id }) => id === chosen?.id);
  const index = found >= 0 ? found : Math.min(chosen?.place ?? 0, Math.max(0, waiting.length - 1));
  const selected: RunSummary | undefined = waiting[index];

  const choose = (place: number) => {
    const at = Math.min(waiting.length - 1, Math.max(0, place));
    if (waiting[at]) setChosen({ id: waiting[at].id, place: at });
  };
  const move = (places: number) => () => {
    if (!selected) return;
    setChosen({ id: selected.id, place: index + places });
    void queue.move(selected.id, index + 1 + places).then(tell);
  };
  const takeOut = () => {
    if (!selected) return;
    setChosen({ id: '', place: index });
    void queue.takeOut(selected).then(tell);
  };
  const page = Math.max(1, area.height - 5);
  const availability = queueAvailability(waiting, index, going);
  useKeys(
    'training-queue',
    {
      'open-run': () => going && book.open(going),
      'like-run': () => selected && book.openLike(selected),
      'run-earlier': move(-1),
      'run-later': move(1),
      'take-out': takeOut,
      'open-history': () => pages.open({ name: 'history' }),
      'move-up': () => choose(index - 1),
      'move-down': () => choose(index + 1),
      'page-up': () => choose(index - page),
      'page-down': () => choose(index + page),
      back: onBack,
    },
    { availability },
  );
  const list = { width: area.width, height: area.height - 2 };
  const mouse = useMouse({
    onPress: ({ row }) => {
      const { from, to } = queueWindow(waiting.length, index, list.height - 2);
      const at = from + row - 2;
      if (at >= from && at < to) choose(at);
    },
  });
  return (
    <Frame screen="training" place="training-queue" availability={availability} status={status}>
      <Rows rows={[goingRow(going, glyphs), '']} width={area.width} />
      <Box ref={mouse} {...list} flexShrink={0}>
        <RowsPanel title="What waits" note={noteOf(waiting)} tone="accent" {...list}>
          {(inner) =>
            waiting.length > 0 ? queueRows(waiting, { ...inner, index, glyphs }) : emptyRows
          }
        </RowsPanel>
      </Box>
    </Frame>
  );
}

const emptyRows: Row[] = [
  [span('nothing waits', 'strong')],
  [],
  [span('while a run is under way, r in the settings files another one here', 'dim')],
  [span('S in the settings files a sweep: one run for every value of a setting', 'dim')],
];

function noteOf(waiting: readonly RunSummary[]): string {
  if (waiting.length === 0) return '';
  return `${waiting.length} ${waiting.length === 1 ? 'run' : 'runs'}`;
}

function queueAvailability(
  waiting: readonly RunSummary[],
  index: number,
  going: RunSummary | undefined,
): Availability {
  const none = waiting.length === 0 && 'nothing waits';
  return {
    'open-run': going ? { does: `watch ${titleOf(going)}` } : 'nothing is under way',
    'like-run': none || true,
    'run-earlier': none || index > 0 || 'it is the next one to go',
    'run-later': none || index < waiting.length - 1 || 'it is the last one',
    'take-out': none || true,
  };
}
