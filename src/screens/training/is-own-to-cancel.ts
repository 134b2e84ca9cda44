import type { RunView } from '../../state/run-view.js';

/** Whether Esc ends a run: one that was started here and whose data is still being loaded. Another client's goes on. */
export function isOwnToCancel({ run, asked }: RunView): boolean {
  return run.status === 'waiting' && run.id !== '' && asked !== undefined;
}
