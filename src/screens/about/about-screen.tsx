import { Box } from 'ink';
import { useStore } from 'zustand';
import { programVersion, type Workspace } from '../../host/workspace.js';
import { digitNetwork } from '../../model/network.js';
import type { HostConnection } from '../../state/host-connection.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { RowLike } from '../../ui/rows.js';
import { useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useKeys } from '../../ui/use-keys.js';
import { aboutRows } from './about-rows.js';
import { networkRows } from './network-rows.js';

export interface AboutScreenProps {
  connection: HostConnection;
  workspace: Workspace;
  status: RowLike;
  onBack: () => void;
}

/** The program and its network. */
export function AboutScreen({ connection, workspace, status, onBack }: AboutScreenProps) {
  const area = useWorkArea();
  const { engine } = useStore(connection.store);
  useKeys('about', { back: onBack });
  const left = { width: Math.min(72, Math.ceil(area.width * 0.6)), height: area.height };
  const right = { width: area.width - left.width, height: area.height };
  const inner = { left: panelInner(left), right: panelInner(right) };
  const facts = { version: programVersion, workspace: workspace.root, engine };
  return (
    <Frame screen="about" status={status}>
      <Box>
        <Panel title="The network" {...left}>
          <Rows rows={networkRows(digitNetwork, inner.left.width)} {...inner.left} />
        </Panel>
        <Panel title="About" {...right}>
          <Rows rows={aboutRows(facts, inner.right.width)} {...inner.right} />
        </Panel>
      </Box>
    </Frame>
  );
}
