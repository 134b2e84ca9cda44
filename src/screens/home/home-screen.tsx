import { useState } from 'react';
import { useStore } from 'zustand';
import type { HostConnection } from '../../state/host-connection.js';
import type { TrainingForm } from '../../state/training-form-store.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { Select } from '../../ui/components/select.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useTick, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useKeys } from '../../ui/use-keys.js';
import { homeFacts, preferredCard } from './home-facts.js';
import { type HomeChoice, homeMenu } from './home-menu.js';
import { runTable } from './run-table.js';

export interface HomeScreenProps {
  connection: HostConnection;
  form: TrainingForm;
  run: 'under way' | 'none';
  status: RowLike;
  onChoose: (choice: HomeChoice) => void;
}

const factsHeight = 10;
/** From this height on the menu leaves room for the past runs. */
const roomyHeight = 30;
const menuHeight = 12;

/** What is here and what to do with it. */
export function HomeScreen({ connection, form, run, status, onChoose }: HomeScreenProps) {
  const { glyphs } = useTerminal();
  const { width, height } = useWorkArea();
  const host = useStore(connection.store);
  const { sources } = useStore(form.store);
  // "2 min ago" grows old.
  useTick(30_000);
  const now = Date.now();
  const hasModel = host.models && preferredCard(host.models) !== undefined;
  const items = homeMenu({ hasModel, run, sources, width: width - 6 });
  // The list starts again at its top when there is something new to choose.
  const menu = items.map(({ label }) => label).join();
  const [highlight, setHighlight] = useState({ menu, value: items[0].value });
  const chosen = highlight.menu === menu ? highlight.value : items[0].value;
  const isRoomy = height >= roomyHeight;
  const places = {
    facts: { width, height: factsHeight },
    menu: { width, height: isRoomy ? menuHeight : height - factsHeight },
    runs: { width, height: height - factsHeight - menuHeight },
  };
  const inner = { facts: panelInner(places.facts), runs: panelInner(places.runs) };
  useKeys('home', { choose: () => onChoose(chosen) });
  return (
    <Frame screen="home" status={status}>
      <Panel title="Here" {...places.facts}>
        <Rows
          rows={homeFacts(host, { sources, width: inner.facts.width, glyphs, now })}
          {...inner.facts}
        />
      </Panel>
      <Panel title="What to do" tone="accent" {...places.menu}>
        <Select
          key={menu}
          items={items}
          isFocused
          limit={places.menu.height - 2}
          onHighlight={(value) => setHighlight({ menu, value })}
          // Enter is a key of the table, which knows whether something lies over this screen.
          onSelect={() => undefined}
        />
      </Panel>
      {isRoomy && (
        <Panel title="Runs" {...places.runs}>
          <Rows rows={runTable(host.runs ?? [], { ...inner.runs, glyphs, now })} {...inner.runs} />
        </Panel>
      )}
    </Frame>
  );
}
