import type { Told } from '../../../state/runs/told.js';
import { useNotice } from '../../../ui/terminal/terminal-context.js';

/** Says in the footer what came of something that was asked for. */
export function useTold(): (told: Told | undefined) => void {
  const notice = useNotice();
  return (told) => {
    if (!told) return;
    if ('problem' in told) notice(told.problem, 'bad');
    else if (told.done !== '') notice(told.done, 'good');
  };
}
