import { csvText } from '../core/csv.js';
import { exitCodes, Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import { writeFileWhole } from '../files/write-whole.js';
import type { HostClient } from '../host/client.js';
import type { DataSummary, SkippedEntry } from '../host/protocol.js';
import { bytes, count } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { dataLines, dataObject } from './data-lines.js';
import { type DataChoice, readDataOptions, readNumberSetting, sourceOf } from './data-options.js';
import { progressTeller } from './loading.js';

/** The options as typed. */
export interface DataCommandOptions extends DataChoice {
  validationSplit?: string;
  seed?: string;
  /** A file for the list of what was left out. */
  skipped?: string;
  clearCache?: true;
}

/** Says what there is to learn from, or empties the cache of packed sources. */
export async function data(
  context: CommandContext,
  typed: string | undefined,
  options: DataCommandOptions,
): Promise<undefined> {
  if (options.clearCache) await clearCache(context);
  if (typed !== undefined) return describe(context, typed, options);
  if (options.clearCache) return;
  throw new Problem('no source is named', {
    remedy: 'name a folder or file of samples, or the word mnist',
    exitCode: exitCodes.usage,
  });
}

async function describe(
  { workspace, output, interrupted, connect }: CommandContext,
  typed: string,
  options: DataCommandOptions,
): Promise<undefined> {
  const question = {
    source: sourceOf(typed, workspace),
    data: readDataOptions(options, workspace),
    validationSplit: readNumberSetting('validationSplit', options.validationSplit),
    seed: readNumberSetting('seed', options.seed),
  };
  const client = await connect();
  const summary = await client.data.describe(question, {
    signal: interrupted,
    onProgress: progressTeller(output, 'loading'),
  });
  const skipped = await allSkipped(client, summary);
  for (const warning of summary.warnings) output.remark(warning);
  if (options.skipped !== undefined) await writeSkipped(options.skipped, skipped);
  output.result(dataObject(summary, skipped), dataLines(typed, summary, skipped));
}

async function clearCache({ output, connect }: CommandContext): Promise<void> {
  const cleared = await (await connect()).data.clearCache();
  const files = cleared.files === 1 ? '1 file' : `${count(cleared.files)} files`;
  output.result(cleared, `the cache is empty: ${files} of ${bytes(cleared.bytes)} deleted`);
}

/** What was left out, asked for page by page where it is much. */
async function allSkipped(
  client: HostClient,
  { set, skipped, skippedCount }: DataSummary,
): Promise<SkippedEntry[]> {
  const all = [...skipped];
  while (all.length < skippedCount) {
    const page = await client.data.skipped({ set, from: all.length, count: 1000 });
    if (page.skipped.length === 0) break;
    all.push(...page.skipped);
  }
  return all;
}

async function writeSkipped(file: string, skipped: readonly SkippedEntry[]): Promise<void> {
  const rows = skipped.map((entry) => [entry.file, entry.reason]);
  await writeFileWhole(resolveUserPath(file), csvText([['file', 'reason'], ...rows]));
}
