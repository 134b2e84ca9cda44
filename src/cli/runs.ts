import { percent } from '../ui/format.js';
import type { CommandContext } from './context.js';

/** Lists the runs of the workspace, the newest first. */
export async function runs({ output, connect }: CommandContext): Promise<undefined> {
  const client = await connect();
  const found = await client.listRuns();
  if (found.length === 0) output.remark('no runs here: start one with `digitscope train`');
  for (const { id, status, request, startedAt, epoch, best } of found) {
    const score = best ? `, best validation accuracy ${percent(best.validation.accuracy, 2)}` : '';
    output.result(
      {
        id,
        status,
        source: request?.source,
        settings: request?.settings,
        startedAt: startedAt === undefined ? undefined : new Date(startedAt).toISOString(),
        epochs: epoch,
        validation: best?.validation,
      },
      `${id}: ${status} in epoch ${epoch}${score}`,
    );
  }
}
