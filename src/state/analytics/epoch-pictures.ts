import { resolve } from 'node:path';
import { hardestSamples } from '../../core/analysis/cells.js';
import { Problem } from '../../core/problem.js';
import type { PictureResult, ScoreProgress, WeightsRef } from '../../host/protocol.js';
import type { Host } from '../host-connection.js';
import type { HardSamples, TracedPicture } from './epochs-state.js';
import { decodeScored } from './scored.js';

/** More than anybody turns. */
const hardestCount = 200;

export interface WorkOptions<Progress = never> {
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** The validation samples that weights find hardest. */
export async function findHardSamples(
  host: Pick<Host, 'analysis'>,
  weights: WeightsRef,
  options: WorkOptions<ScoreProgress>,
): Promise<Extract<HardSamples, { status: 'ready' }>> {
  const scored = decodeScored(await host.analysis.score({ weights, part: 'validation' }, options));
  const { analysis, count } = scored;
  return { status: 'ready', analysis, count, order: hardestSamples(scored, hardestCount) };
}

/** @param place among the hard samples, 0 the hardest */
export async function readHardSample(
  host: Pick<Host, 'analysis'>,
  { analysis, order }: Extract<HardSamples, { status: 'ready' }>,
  place: number,
): Promise<TracedPicture> {
  const { samples } = await host.analysis.samples({ analysis, indices: [order[place]] });
  const [sample] = samples;
  if (!sample) throw new Problem('the host no longer has this sample', { remedy: 'r asks anew' });
  const { pixels, label } = sample;
  return { pixels: Buffer.from(pixels, 'base64'), label, from: { kind: 'hard', place } };
}

/**
 * A picture as the network sees it.
 *
 * @throws Problem where it cannot be read, has no ink, or is a folder of several
 */
export async function readPictureFile(
  host: Pick<Host, 'predict'>,
  path: string,
  { signal }: WorkOptions,
): Promise<TracedPicture> {
  let found = 0;
  let first: PictureResult | undefined;
  await host.predict(
    { paths: [resolve(path)] },
    {
      signal,
      onProgress: ({ total, results }) => {
        found = total;
        first ??= results[0];
      },
    },
  );
  if (found > 1) {
    throw new Problem(`${path} holds ${found} pictures`, { remedy: 'choose one of them (f)' });
  }
  if (!first) throw new Problem(`${path} holds no picture`, { remedy: 'choose another (f)' });
  if ('error' in first) throw new Error(first.error);
  if (first.seen.blank) {
    throw new Problem(`no ink was found in ${path}`, { remedy: 'choose another picture (f)' });
  }
  const { seen, file } = first;
  return { pixels: Buffer.from(seen.pixels, 'base64'), from: { kind: 'file', file } };
}
