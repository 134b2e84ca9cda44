import { useStore } from 'zustand';
import type { FileBrowser } from '../../state/file-browser-store.js';
import type { ImportStore } from '../../state/models/import-store.js';
import type { ModelsStore } from '../../state/models/models-store.js';
import { Confirm } from '../../ui/components/confirm.js';
import { Frame } from '../../ui/components/frame.js';
import { Rows } from '../../ui/components/rows.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { filesAvailability } from '../files/availability.js';
import { FileBrowserView } from '../files/file-browser-view.js';
import { modelsAvailability } from './availability.js';
import { ExportChooser } from './export-chooser.js';
import { ImportDialog } from './import-dialog.js';
import { ModelListView } from './model-list-view.js';
import { ModelPageView } from './model-page-view.js';
import { TypedLine } from './typed-line.js';
import { useModelsKeys } from './use-models-keys.js';
import { workRows } from './work-rows.js';

export interface ModelsScreenProps {
  models: ModelsStore;
  imports: ImportStore;
  /** Chooses a file to import. */
  browser: FileBrowser;
  status: RowLike;
  onBack: () => void;
  /** Called with a model that training is to go on from. */
  onFineTune: (model: string) => void;
}

/** What models there are, and what can be done with them. */
export function ModelsScreen({
  models,
  imports,
  browser,
  status,
  onBack,
  onFineTune,
}: ModelsScreenProps) {
  const state = useStore(models.store);
  // The models are in there.
  useStore(models.connection.store);
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { page, panel, typed, target, work } = state;
  const { model } = models;
  const place = page === 'list' ? 'models' : 'models-page';
  const availability = modelsAvailability(model, state);
  const isActive = panel !== 'files';
  useModelsKeys({ models, place, availability, isActive, onFineTune });

  if (panel === 'files') {
    return (
      <Frame
        screen="models"
        place="files"
        availability={filesAvailability(browser.purpose)}
        status={status}
      >
        <FileBrowserView
          browser={browser}
          onChoose={([file]) => {
            models.closePanel();
            if (file !== undefined) void imports.try(file);
          }}
          onClose={() => models.closePanel()}
        />
      </Frame>
    );
  }
  const told = workRows(work, { width: area.width, glyphs });
  const line = { models, value: typed, width: area.width };
  const isTyping = panel === 'rename' || panel === 'export-file';
  const below = isTyping ? 1 : told.length;
  const view = { models, availability, isActive, width: area.width, height: area.height - below };
  return (
    <Frame screen="models" place={place} availability={availability} status={status}>
      {page === 'list' ? <ModelListView {...view} onBack={onBack} /> : <ModelPageView {...view} />}
      {!isTyping && <Rows rows={told} width={area.width} />}
      {panel === 'rename' && (
        <TypedLine {...line} label="new name" onSubmit={() => void models.rename()} />
      )}
      {panel === 'export-file' && (
        <TypedLine {...line} label={`${target.title} to`} onSubmit={() => void models.export()} />
      )}
      {panel === 'export-format' && <ExportChooser models={models} />}
      {panel === 'delete' && (
        <Confirm
          question={`Delete ${model?.name}?`}
          detail="It can be brought back for a week."
          onYes={() => void models.remove()}
          onNo={() => models.closePanel()}
        />
      )}
      <ImportDialog imports={imports} />
    </Frame>
  );
}
