import { Box } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { HostConnection } from '../../state/host-connection.js';
import { interruptedRun } from '../../state/resumable-run.js';
import { isUnderWay, type RunView } from '../../state/run-view.js';
import { type SystemLoad, systemLoad } from '../../state/system-load.js';
import type { TrainingForm } from '../../state/training-form-store.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { Select } from '../../ui/components/select.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useTick, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { savedWords } from '../training/control/saved-words.js';
import { wrapWords } from '../wrap-words.js';
import { curveRows } from './curve-rows.js';
import { useFolderCounts } from './folder-counts.js';
import { homeFacts, preferredCard } from './home-facts.js';
import { homeLayout, leftWidth } from './home-layout.js';
import { type HomeChoice, homeMenu, type MenuChoice, type MenuItem } from './home-menu.js';
import { Machine } from './machine.js';
import { machineHeight } from './machine-rows.js';
import { isHostLost, nextStep } from './next-step.js';
import { RunList } from './run-list.js';
import { latestRun, shownRuns } from './shown-run.js';

export interface HomeScreenProps {
  connection: HostConnection;
  form: TrainingForm;
  /** The run of this app, for how far it is. */
  view: RunView | undefined;
  /** Pictures that the last reading has read; undefined before the first. */
  pictures: number | undefined;
  /** The folder that relative sources start from. */
  workspace: string;
  load?: SystemLoad;
  status: RowLike;
  onChoose: (choice: HomeChoice) => void;
}

/** Milliseconds after which "2 min ago" has grown old. */
const agePeriod = 30_000;

/** What is here, how the machine does, and what to do next. */
export function HomeScreen({
  connection,
  form,
  view,
  pictures = 0,
  workspace,
  load = systemLoad,
  status,
  onChoose,
}: HomeScreenProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const host = useStore(connection.store);
  const { sources } = useStore(form.store);
  const counts = useFolderCounts(sources, workspace);
  useTick(agePeriod);
  const now = Date.now();
  // Within the border, and beside the sign of the highlight.
  const menuWidth = leftWidth(area) - 6;

  const run = isUnderWay(view) ? 'under way' : 'none';
  const isPaused = view?.run.status === 'paused';
  const interrupted = run === 'none' ? interruptedRun(host.runs) : undefined;
  const step = nextStep({ host, run: isPaused ? 'paused' : run, interrupted, pictures }, glyphs);
  const why = wrapWords(step.why.text, menuWidth).map((text) => [{ ...step.why, text }]);
  const items = homeMenu({
    hasModel: host.models && preferredCard(host.models) !== undefined,
    host: isHostLost(host) ? 'lost' : 'there',
    run,
    interrupted: interrupted && {
      id: interrupted.id,
      words: savedWords(interrupted, now),
    },
    sources,
    width: menuWidth,
    glyphs,
  });
  const highlight = useHighlight(items, step.kind);
  const choose = (choice: MenuChoice) => {
    // Why it fails is in the store, and then on this screen.
    if (choice.kind === 'start-host') connection.client().catch(() => undefined);
    else onChoose(choice);
  };

  const availability: Availability = {
    'resume-run': interrupted ? true : 'no run was interrupted',
  };
  useKeys(
    'home',
    {
      'resume-run': () => interrupted && onChoose({ kind: 'resume', run: interrupted.id }),
      'open-history': () => onChoose({ kind: 'runs' }),
    },
    { availability },
  );

  const places = homeLayout(area, why.length + items.length);
  const inner = panelInner(places.facts);
  const latest = latestRun(host, view);
  const facts = homeFacts(host, { sources, counts, run: latest, width: inner.width, glyphs, now });
  const machineRoom = Math.min(machineHeight, Math.max(0, inner.height - facts.length));
  return (
    <Frame screen="home" place="home" availability={availability} status={status}>
      <Box>
        <Box flexDirection="column">
          <Panel title="Here" {...places.facts}>
            <Rows rows={facts} width={inner.width} height={inner.height - machineRoom} />
            <Machine
              load={load}
              hostMemory={latest?.hostMemory}
              width={inner.width}
              height={machineRoom}
            />
          </Panel>
          <Panel title="What to do" tone="accent" {...places.menu}>
            <Rows rows={why} width={menuWidth} />
            <Select
              // The list only asks for its start when it is made.
              key={[step.kind, ...items.map(({ label }) => label)].join()}
              items={items}
              initialIndex={highlight.start}
              isFocused
              limit={Math.max(1, places.menu.height - 2 - why.length)}
              onHighlight={highlight.move}
              onSelect={choose}
            />
          </Panel>
        </Box>
        {places.curve && (
          <Panel title="Validation accuracy" note={latest?.id} {...places.curve}>
            <Rows
              rows={curveRows(latest, { ...panelInner(places.curve), glyphs })}
              {...panelInner(places.curve)}
            />
          </Panel>
        )}
      </Box>
      {places.runs && (
        <RunList
          runs={{ runs: shownRuns(host, view), status: host.status }}
          now={now}
          place={places.runs}
          onChoose={(run) => onChoose({ kind: 'analytics', run })}
        />
      )}
    </Frame>
  );
}

/** The highlight goes to the sensible entry until the person has moved it, and then stays where it is. */
function useHighlight(items: readonly MenuItem[], sensible: MenuChoice['kind']) {
  const [moved, setMoved] = useState<MenuChoice>();
  const places = [
    items.findIndex(({ value }) => moved && nameOf(value) === nameOf(moved)),
    items.findIndex(({ value }) => value.kind === sensible),
    0,
  ];
  const start = places.find((index) => index >= 0) ?? 0;
  return { start, move: setMoved };
}

function nameOf(choice: MenuChoice): string {
  return choice.kind === 'train' ? `train ${choice.source ?? ''}` : choice.kind;
}
