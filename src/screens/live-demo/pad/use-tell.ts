import type { Told } from '../../../state/live/pad-store.js';
import { useNotice } from '../../../ui/terminal/terminal-context.js';

/** Says where the keys are shown what came of something, when it is known. */
export function useTell(): (telling: Promise<Told | undefined>) => Promise<void> {
  const notice = useNotice();
  return async (telling) => {
    const told = await telling;
    if (!told) return;
    if ('problem' in told) notice(told.problem, 'bad');
    else notice(told.words, 'good');
  };
}
