import { Box } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import { programVersion, type Workspace } from '../../host/workspace.js';
import type { HostConnection } from '../../state/host-connection.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { preferredCard } from '../home/home-facts.js';
import { aboutRows } from './about-rows.js';
import { keptPlaces } from './places.js';
import { scrolled, scrollNote } from './scroll.js';
import { readPackageVersions } from './versions.js';

export interface AboutScreenProps {
  connection: HostConnection;
  workspace: Workspace;
  status: RowLike;
  onBack: () => void;
}

/** Rows that a turn of the wheel moves. */
const wheelRows = 3;

/** The program, its network and how it works, on one long page. */
export function AboutScreen({ connection, workspace, status, onBack }: AboutScreenProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const inner = panelInner(area);
  const { engine, models } = useStore(connection.store);
  const [read] = useState(() => ({
    packages: readPackageVersions(),
    places: keptPlaces(workspace),
  }));
  const [from, setFrom] = useState(0);

  const weightBytes = preferredCard(models)?.weights.bytes;
  const facts = { version: programVersion, engine, weightBytes, ...read };
  const rows = aboutRows(facts, inner.width, glyphs);
  // The page may have become shorter since it was scrolled.
  const page = { height: inner.height, total: rows.length };
  const top = scrolled({ ...page, top: from }, 0);
  const move = (by: number) => setFrom(scrolled({ ...page, top }, by));
  const all = rows.length <= inner.height ? 'all of it is on the screen' : true;
  const availability: Availability = {
    'move-up': all,
    'move-down': all,
    'page-up': all,
    'page-down': all,
  };
  useKeys(
    'about',
    {
      back: onBack,
      'move-up': () => move(-1),
      'move-down': () => move(1),
      'page-up': () => move(1 - inner.height),
      'page-down': () => move(inner.height - 1),
    },
    { availability },
  );
  const mouse = useMouse({ onWheel: (direction) => move(direction * wheelRows) });
  return (
    <Frame screen="about" place="about" availability={availability} status={status}>
      <Box ref={mouse}>
        <Panel title="About" note={scrollNote({ ...page, top }, glyphs)} {...area}>
          <Rows rows={rows.slice(top)} {...inner} />
        </Panel>
      </Box>
    </Frame>
  );
}
