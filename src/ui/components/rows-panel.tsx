import type { RowLike } from '../rows.js';
import { Panel, type PanelFrame, panelInner } from './panel.js';
import { Rows } from './rows.js';

export interface RowsPanelProps extends PanelFrame {
  /** What is in it, in that many cells. */
  children: (inner: { width: number; height: number }) => readonly RowLike[];
}

/** A panel of rows that are made for the room in it. */
export function RowsPanel({ children, ...frame }: RowsPanelProps) {
  const inner = panelInner(frame);
  return (
    <Panel {...frame}>
      <Rows rows={children(inner)} {...inner} />
    </Panel>
  );
}
