import { basename } from 'node:path';
import { Problem } from '../../core/problem.js';
import { resolveUserPath } from '../../files/user-path.js';
import { unopenable } from '../../vision/unreadable.js';
import { watchPictures } from '../../vision/watch-pictures.js';
import type { Classifiers } from '../classifiers.js';
import type { WatchParams, WatchProgress } from '../protocol.js';
import { readPictures } from '../read-pictures.js';
import type { Workspace } from '../workspace.js';

/**
 * Reads what comes to a folder until the signal is given or the folder is gone.
 *
 * @throws Problem where the folder cannot be read
 */
export async function watchFolder(
  { workspace, classifiers }: { workspace: Workspace; classifiers: Classifiers },
  { folder: asked, model, engine }: WatchParams,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: WatchProgress) => void },
): Promise<void> {
  const folder = resolveUserPath(asked, workspace.root);
  const weights = { model };
  // A model that cannot be read is told now, not with the first picture.
  await classifiers.use({ weights, engine }, async () => undefined);
  const end = await watchPictures(folder, {
    signal,
    onStart: (there) => onProgress({ kind: 'watching', folder, there }),
    onPicture: (file) =>
      classifiers.use({ weights, engine }, async ({ classifier }) => {
        const [result] = await readPictures(classifier, [{ file, source: file }]);
        onProgress({ kind: 'picture', result, at: Date.now() });
      }),
  }).catch((error) => {
    throw error instanceof Problem ? error : unopenable(basename(folder), error);
  });
  if (end === 'gone') onProgress({ kind: 'gone' });
}
