import { exportChoices } from '../../state/models/export-choices.js';
import type { ModelsStore } from '../../state/models/models-store.js';
import { padTo } from '../../ui/cells.js';
import { span } from '../../ui/rows.js';
import { ListChooser } from '../analytics/list-chooser.js';

/** What a model can be written as, over the models. */
export function ExportChooser({ models }: { models: ModelsStore }) {
  return (
    <ListChooser
      title={`Export ${models.model?.name ?? ''}`}
      rows={exportChoices.map(({ title, words }) => [padTo(title, 15), span(words, 'dim')])}
      chosen={-1}
      closeKey="e"
      onChoose={(place) => models.exportTo(exportChoices[place])}
      onClose={() => models.closePanel()}
    />
  );
}
