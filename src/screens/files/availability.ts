import type { Purpose } from '../../state/file-browser-rows.js';
import type { Availability } from '../../ui/keys/keys.js';

/** What the keys cannot do while files are chosen, and why. */
export function filesAvailability(purpose: Purpose): Availability {
  return {
    help: '? is typed here: Ctrl-P shows what can be done',
    leave: 'q is typed here: Ctrl-C leaves',
    ...(purpose !== 'pictures' && {
      mark: `one ${purpose === 'model' ? 'file' : 'folder'} is chosen: Enter takes it`,
    }),
  };
}
