import type { RunsState } from '../../../state/run-store.js';
import { isUnderWay } from '../../../state/run-view.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { controlAvailability } from '../../training/control/control-availability.js';

/** What the keys of the training before the room can do now, or the reason why not. */
export function demoAvailability({
  view,
  pending,
}: Pick<RunsState, 'view' | 'pending'>): Availability {
  const model = view?.run.outcome?.model;
  if (isUnderWay(view)) {
    const running =
      view.run.status === 'paused'
        ? 'a run is paused: s stops it, p in Training lets it go on'
        : 'a run is under way: s stops it';
    const { stop = true } = controlAvailability({ view, pending }, undefined);
    return {
      'start-demo': running,
      'demo-source': running,
      'demo-epochs': running,
      'try-on-pad': 'its model is saved when it has ended',
      'stop-demo': stop,
    };
  }
  return {
    'stop-demo': view ? 'it has ended' : 'nothing is being trained: r begins',
    'try-on-pad': typeof model === 'string' || 'there is no model of a run here yet: r trains one',
  };
}
