import type { DataSummary } from '../../../host/protocol.js';
import { count, duration } from '../../../ui/format.js';
import { type Row, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

/** Where the samples are from, what became of them, and what is held out: a fact a line, its name in front. */
export function factRows(summary: DataSummary, width: number): Row[] {
  return facts(summary).flatMap(([name, words]) => fact(name, words, width));
}

/** Cells of a fact's name. */
const nameWidth = 10;

function facts({
  sources,
  width,
  height,
  inverted,
  duplicates,
  split,
  test,
  skippedCount,
  seconds,
  cached,
}: DataSummary): [name: string, words: string][] {
  const sizes = width === null ? 'of several sizes' : `all ${width}x${height}`;
  const turned = inverted > 0 ? `, ${count(inverted)} dark on light, turned` : '';
  const { copies, acrossClasses } = duplicates;
  const across = acrossClasses > 0 ? `, ${count(acrossClasses)} under two labels` : '';
  const shared = split.shared > 0 ? `, ${count(split.shared)} on both sides` : '';
  return [
    ...sources.map(({ source, format, count: samples }): [string, string] => [
      format,
      `${count(samples)}, ${source}`,
    ]),
    ['pictures', sizes + turned],
    ['copies', copies === 0 ? 'none' : `${count(copies)}${shared}${across}`],
    ...(test ? [testFact(test)] : []),
    ['left out', skippedCount === 0 ? 'nothing' : filesWords(skippedCount)],
    ['loaded', `in ${duration(seconds)}${cached ? ', kept from before' : ''}`],
  ];
}

function testFact({
  source,
  count: samples,
  shared,
}: NonNullable<DataSummary['test']>): [string, string] {
  const learnt = shared > 0 ? `, ${count(shared)} of them learnt from too` : '';
  return ['test set', `${count(samples)}, ${source}${learnt}`];
}

function filesWords(files: number): string {
  return files === 1 ? '1 file' : `${count(files)} files`;
}

function fact(name: string, words: string, width: number): Row[] {
  return wrapWords(words, Math.max(1, width - nameWidth)).map((line, index) => [
    span((index === 0 ? name : '').padEnd(nameWidth), 'dim'),
    span(line),
  ]);
}
