import { basename } from 'node:path';
import {
  type CommonSamples,
  type Pair,
  sourceOf,
} from '../../../state/analytics/common-samples.js';
import { cut } from '../../../ui/cells.js';
import { count } from '../../../ui/format.js';

/** `validation samples of mnist`, `all samples of data/mine`: in at most `width` cells a path keeps its end. */
export function samplesWords(pair: Pair, samples: CommonSamples, width = Infinity): string {
  const part = samples.kind === 'source' ? 'all samples of ' : 'validation samples of ';
  const source = sourceOf(pair, samples) ?? 'a source that nothing tells';
  return part + cut(source, width - part.length, { keep: 'end' });
}

/** `200 validation, digits_jpeg`, for a border. */
export function samplesTitle(pair: Pair, samples: CommonSamples, total: number): string {
  const source = basename(sourceOf(pair, samples) ?? '');
  return `${count(total)} ${samples.kind === 'source' ? 'of' : 'validation,'} ${source}`;
}
