import { predictionsCsv } from '../core/predictions-csv.js';
import { exitCodes, Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import { writeFileWhole } from '../files/write-whole.js';
import type { PictureResult } from '../host/protocol.js';
import { milliseconds, percent } from '../ui/format.js';
import type { CommandContext } from './context.js';

export interface PredictOptions {
  model?: string;
  csv?: string;
  /** As typed. */
  rejectAbove?: string;
}

/** Reads the digits of pictures: files, folders, or one picture on standard input. */
export async function predict(
  { engine, output, interrupted, connect }: CommandContext,
  paths: readonly string[],
  { model, csv, rejectAbove: typed }: PredictOptions,
): Promise<number> {
  const rejectAbove = typed === undefined ? undefined : readThreshold(typed);
  const pictures = await toPictures(paths);
  const client = await connect();
  const results: PictureResult[] = [];
  const answer = await client.predict(
    { ...pictures, model, engine, rejectAbove },
    {
      signal: interrupted,
      onProgress: ({ total, results: chunk }) => {
        for (const result of chunk) output.result(withoutPixels(result), describe(result));
        results.push(...chunk);
        if (total > 1) output.progress(`${results.length} of ${total}`);
      },
    },
  );
  if (csv !== undefined) await writeFileWhole(resolveUserPath(csv), predictionsCsv(results));
  if (results.length > 1) {
    const { count, averageConfidence } = answer.totals;
    output.remark(
      `${count} read by ${answer.model}, average confidence ${percent(averageConfidence)}, ${answer.unreadable} could not be read`,
    );
  }
  if (results.length === 0) {
    throw new Problem('there is no picture there', { remedy: 'name pictures or folders of them' });
  }
  if (answer.unreadable === 0) return exitCodes.done;
  return answer.totals.count > 0 ? exitCodes.someUnreadable : exitCodes.failed;
}

function readThreshold(typed: string): number {
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  if (value >= 0 && value <= 1) return value;
  throw new Problem(`--reject-above ${typed} is out of range`, {
    remedy: 'give a number from 0 (mark almost all) to 1 (mark none)',
    exitCode: exitCodes.usage,
  });
}

async function toPictures(
  paths: readonly string[],
): Promise<{ paths: string[]; picture?: string }> {
  if (!paths.includes('-')) return { paths: paths.map((path) => resolveUserPath(path)) };
  if (paths.length > 1) {
    throw new Problem('- stands for one picture on standard input', {
      remedy: 'name it alone',
      exitCode: exitCodes.usage,
    });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return { paths: [], picture: Buffer.concat(chunks).toString('base64') };
}

function withoutPixels(result: PictureResult): object {
  if ('error' in result) return result;
  const { seen: _, ...answer } = result;
  return answer;
}

function describe(result: PictureResult): string {
  if ('error' in result) return `${result.file}: ${result.error}`;
  const doubt = result.seen.blank ? ', blank' : result.rejected ? ', not a digit?' : '';
  return `${result.file}: ${result.digit}, ${percent(result.confidence)} ${result.status}${doubt} (${milliseconds(result.milliseconds)})`;
}
