import { toHostSource } from '../host/source.js';
import { count, duration } from '../ui/format.js';
import type { CommandContext } from './context.js';

/** Says what a source holds. */
export async function data(
  { workspace, output, interrupted, connect }: CommandContext,
  typed: string,
): Promise<undefined> {
  const client = await connect();
  const {
    source: _,
    warnings,
    ...summary
  } = await client.describeData(toHostSource(typed, workspace), {
    signal: interrupted,
    onProgress: ({ done, total }) => output.progress(`loading ${done} of ${total}`),
  });
  for (const warning of warnings) output.remark(warning);
  const size = summary.width === null ? 'of several sizes' : `${summary.width}x${summary.height}`;
  output.result(summary, [
    `${typed}: ${count(summary.count)} samples, ${size}, ${summary.format}, read in ${duration(summary.seconds)}`,
    ...summary.perClass.map((samples, digit) => `  ${digit}  ${count(samples)}`),
    ...summary.skipped.map(({ file, reason }) => `left out ${file}: ${reason}`),
  ]);
}
