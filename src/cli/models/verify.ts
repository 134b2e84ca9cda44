import { exitCodes } from '../../core/problem.js';
import type { CommandContext } from '../context.js';

/** Looks whether the files of a model, or of all, are those that its card says. */
export async function verifyModels(
  { output, connect }: CommandContext,
  name: string | undefined,
): Promise<number> {
  const verdicts = await (await connect()).models.verify(name);
  for (const { name: model, problem } of verdicts) {
    output.result(
      { model, whole: problem === undefined, ...(problem !== undefined && { problem }) },
      `${model}: ${problem ?? 'whole, as its card says'}`,
    );
  }
  return verdicts.every(({ problem }) => problem === undefined) ? exitCodes.done : exitCodes.failed;
}
