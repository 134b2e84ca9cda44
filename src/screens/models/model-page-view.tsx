import { Box } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ModelsStore } from '../../state/models/models-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { scrolled, scrollNote } from '../about/scroll.js';
import { modelPageRows } from './model-page-rows.js';

export interface ModelPageViewProps {
  models: ModelsStore;
  availability: Availability;
  isActive: boolean;
  /** Cells. */
  width: number;
  height: number;
}

/** Rows that a turn of the wheel moves. */
const wheelRows = 3;

/** One model whole: its card and its layers. */
export function ModelPageView({
  models,
  availability,
  isActive,
  width,
  height,
}: ModelPageViewProps) {
  useStore(models.store);
  useStore(models.connection.store);
  const { glyphs } = useTerminal();
  const [from, setFrom] = useState(0);
  const { model } = models;
  const inner = panelInner({ width, height });
  const rows = model ? modelPageRows(model, { width: inner.width, glyphs }) : [];
  const page = { height: inner.height, total: rows.length };
  // The page may have become shorter since it was scrolled.
  const top = scrolled({ ...page, top: from }, 0);
  const move = (by: number) => setFrom(scrolled({ ...page, top }, by));
  useKeys(
    'models-page',
    {
      'move-up': () => move(-1),
      'move-down': () => move(1),
      'page-up': () => move(1 - inner.height),
      'page-down': () => move(inner.height - 1),
      back: () => models.close(),
    },
    { availability, isActive },
  );
  const mouse = useMouse({ onWheel: (direction) => move(direction * wheelRows) });
  return (
    <Box ref={mouse}>
      <Panel
        title={model?.name ?? ''}
        note={scrollNote({ ...page, top }, glyphs)}
        tone="accent"
        width={width}
        height={height}
      >
        <Rows rows={rows.slice(top)} {...inner} />
      </Panel>
    </Box>
  );
}
