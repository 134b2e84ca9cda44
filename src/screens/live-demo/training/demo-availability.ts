import type { RunsState } from '../../../state/run-store.js';
import { isUnderWay } from '../../../state/run-view.js';
import type { Availability } from '../../../ui/keys/keys.js';

/** What the keys of the training before the room can do now, or the reason why not. */
export function demoAvailability({
  view,
  pending,
}: Pick<RunsState, 'view' | 'pending'>): Availability {
  const model = view?.run.outcome?.model;
  if (isUnderWay(view)) {
    const running = 'a run is under way: s stops it';
    const stopping = pending === 'stop' && 'it is stopping: its best weights are being saved';
    const starting = view.run.id === '' && 'it is just starting';
    return {
      'start-demo': running,
      'demo-source': running,
      'demo-epochs': running,
      'try-on-pad': 'its model is saved when it has ended',
      'stop-demo': stopping || starting || true,
    };
  }
  return {
    'stop-demo': view ? 'it has ended' : 'nothing is being trained: r begins',
    'try-on-pad': typeof model === 'string' || 'there is no model of a run here yet: r trains one',
  };
}
