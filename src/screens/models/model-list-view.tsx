import { Box } from 'ink';
import { useStore } from 'zustand';
import type { ModelsStore } from '../../state/models/models-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { RowsPanel } from '../../ui/components/rows-panel.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { modelCardRows, noModelRows } from '../live-demo/model-card-rows.js';
import { modelAtRow, modelTable } from './model-table.js';
import { modelsLayout } from './models-layout.js';

export interface ModelListViewProps {
  models: ModelsStore;
  availability: Availability;
  isActive: boolean;
  /** Cells. */
  width: number;
  height: number;
  onBack: () => void;
}

/** The models, and the card of the one that is looked at. */
export function ModelListView({
  models,
  availability,
  isActive,
  width,
  height,
  onBack,
}: ModelListViewProps) {
  const host = useStore(models.connection.store);
  useStore(models.store);
  const { glyphs } = useTerminal();
  const { model, place, models: list } = models;
  const layout = modelsLayout({ width, height }, list.length);
  const inner = panelInner(layout.list);
  const page = inner.height - 1;
  useKeys(
    'models',
    {
      'open-model': () => models.open(),
      'import-model': () => models.ask('files'),
      'undo-delete': () => void models.undo(),
      'move-up': () => models.move(-1),
      'move-down': () => models.move(1),
      'page-up': () => models.move(-page),
      'page-down': () => models.move(page),
      back: onBack,
    },
    { availability, isActive },
  );
  const mouse = useMouse({
    onPress: ({ row }) => {
      const pressed = modelAtRow(row, { models: list, place, height: inner.height });
      if (!pressed) return;
      if (pressed.name === model?.name) models.open();
      else models.lookAt(pressed.name);
    },
    onWheel: (direction) => models.move(direction),
  });
  const table =
    list.length > 0
      ? modelTable({ models: list, place, ...inner, glyphs })
      : noModelRows({ models: host.models, problem: host.problem }, { width: inner.width, glyphs });
  return (
    <Box flexDirection="column">
      <Panel
        title="Models"
        note={`${glyphs.best} used where none is named`}
        tone="accent"
        {...layout.list}
      >
        <Box ref={mouse}>
          <Rows rows={table} {...inner} />
        </Box>
      </Panel>
      <RowsPanel title={model?.name ?? ''} {...layout.card}>
        {({ width: room }) => (model ? modelCardRows(model, { width: room, glyphs }) : [])}
      </RowsPanel>
    </Box>
  );
}
