import type { ModelSummary } from '../../host/protocol.js';
import type { ModelsState } from '../../state/models/models-store.js';
import type { Availability } from '../../ui/keys/keys.js';

/** What the keys cannot do with the model that is looked at, and why. */
export function modelsAvailability(
  model: ModelSummary | undefined,
  { deleted, work }: Pick<ModelsState, 'deleted' | 'work'>,
): Availability {
  const busy = work.status === 'working' ? 'wait until what is under way is done' : undefined;
  const none = model ? undefined : 'there is no model here';
  const damaged = model && 'problem' in model ? 'this model is damaged: v says how' : undefined;
  const shipped =
    model?.place === 'shipped' ? 'it comes with the program, which keeps it as it is' : undefined;
  const isDefault = model && 'card' in model && model.chosen;
  return {
    'open-model': none ?? true,
    'import-model': busy ?? true,
    'export-model': busy ?? none ?? damaged ?? true,
    'choose-default': busy ?? none ?? damaged ?? (isDefault ? { does: 'default no more' } : true),
    'rename-model': busy ?? none ?? damaged ?? shipped ?? true,
    'delete-model': busy ?? none ?? shipped ?? true,
    'undo-delete': busy ?? (deleted === undefined ? 'nothing was deleted here' : true),
    'fine-tune': none ?? damaged ?? true,
    'verify-model': busy ?? none ?? true,
  };
}
