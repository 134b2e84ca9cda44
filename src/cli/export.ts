import { extname } from 'node:path';
import { exitCodes, Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import type { ExportFormat, TakenValue } from '../model/formats/exported-model.js';
import { bytes, count } from '../ui/format.js';
import type { CommandContext } from './context.js';

/** What a person may write to; `keras` is told by the name of the file. */
export const exportTargets = ['keras', 'tfjs', 'savedmodel', 'onnx'] as const;

export interface ExportOptions {
  to: (typeof exportTargets)[number];
  takes?: TakenValue;
  force?: true;
}

/** Writes a model for other programs. */
export async function exportModel(
  { output, interrupted, connect }: CommandContext,
  model: string,
  file: string,
  { to, takes, force }: ExportOptions,
): Promise<undefined> {
  const params = {
    model,
    format: formatOf(to, file),
    file: resolveUserPath(file),
    takes,
    others: force ? 'replace' : 'keep',
  } as const;
  const client = await connect();
  output.progress('writing');
  const answer = await client.models.export(params, interrupted);
  output.result(
    { ...answer, format: params.format },
    `${file}: ${answer.model}, ${count(answer.parameters)} parameters, ${bytes(answer.bytes)}`,
  );
}

function formatOf(to: ExportOptions['to'], file: string): ExportFormat {
  if (to !== 'keras') return to;
  const ending = extname(file).toLowerCase();
  if (ending === '.keras') return 'keras';
  if (ending === '.h5' || ending === '.hdf5') return 'h5';
  throw new Problem(`${file} ends neither in .keras nor in .h5`, {
    remedy: 'let its name say which of the two it is',
    exitCode: exitCodes.usage,
  });
}
