import type { ModelsStore } from '../../state/models/models-store.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';

export interface ModelsKeysOptions {
  models: ModelsStore;
  place: 'models' | 'models-page';
  availability: Availability;
  isActive: boolean;
  onFineTune: (model: string) => void;
}

/** What keys do with the model that is looked at, in the list and on its page. */
export function useModelsKeys({
  models,
  place,
  availability,
  isActive,
  onFineTune,
}: ModelsKeysOptions): void {
  useKeys(
    place,
    {
      'rename-model': () => models.ask('rename'),
      'delete-model': () => models.ask('delete'),
      'export-model': () => models.ask('export-format'),
      'choose-default': () => void models.choose(),
      'verify-model': () => void models.verify(),
      'fine-tune': () => {
        const { model } = models;
        if (model) onFineTune(model.name);
      },
    },
    { availability, isActive },
  );
}
