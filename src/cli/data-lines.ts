import type { DataSample, DataSummary, SkippedEntry, TestSummary } from '../host/protocol.js';
import { count, duration, percent } from '../ui/format.js';

/** A summary as its JSON line has it: without pictures. */
export function dataObject(
  { source: _, set: __, skippedCount: ___, duplicates, ...summary }: DataSummary,
  skipped: readonly SkippedEntry[],
): object {
  const groups = duplicates.groups.map((group) => ({
    count: group.count,
    samples: group.samples.map(({ index, label, file, entry }) => ({ index, label, file, entry })),
  }));
  return { ...summary, duplicates: { ...duplicates, groups }, skipped };
}

/** A summary in words. @param typed the source as the person named it */
export function dataLines(
  typed: string,
  summary: DataSummary,
  skipped: readonly SkippedEntry[],
): string[] {
  const { sources, format, seconds, cached, test } = summary;
  const size = summary.width === null ? 'of several sizes' : `${summary.width}x${summary.height}`;
  const kept = cached ? ', as it was read before' : '';
  return [
    `${typed}: ${count(summary.count)} samples, ${size}, ${format}, read in ${duration(seconds)}${kept}`,
    ...(sources.length > 1 ? sources.map(sourceLine) : []),
    ...classLines(summary),
    ...(test ? [testLine(test)] : []),
    ...duplicateLines(summary.duplicates),
    ...skippedLines(skipped),
  ];
}

function sourceLine({ source, format, count: samples }: DataSummary['sources'][number]): string {
  return `  ${count(samples).padStart(9)}  ${source}, ${format}`;
}

/** A line a digit: all samples and their share, then both sides of the split. */
function classLines({ perClass, split, count: total }: DataSummary): string[] {
  const line = (name: string, figures: readonly string[]) =>
    `  ${name}${figures.map((figure) => figure.padStart(11)).join('')}`;
  const sum = (values: readonly number[]) =>
    values.reduce((together, value) => together + value, 0);
  const rows = perClass.map((samples, digit) =>
    line(`${digit}  `, [
      count(samples),
      percent(samples / total),
      count(split.train[digit]),
      count(split.validation[digit]),
    ]),
  );
  const all = [count(total), '', count(sum(split.train)), count(sum(split.validation))];
  return [line('   ', ['samples', 'share', 'train', 'held back']), ...rows, line('all', all)];
}

function testLine({ source, count: samples, format, perClass }: TestSummary): string {
  const missing = perClass.flatMap((of, digit) => (of === 0 ? [digit] : []));
  const without = missing.length > 0 ? `, none of ${missing.join(' ')}` : '';
  return `held out for the test: ${source}, ${count(samples)} samples, ${format}${without}`;
}

function duplicateLines({ copies, acrossClasses, groups }: DataSummary['duplicates']): string[] {
  const words = copies === 1 ? '1 copy' : `${count(copies)} copies`;
  const first = copies === 0 ? 'no copies' : `${words} of the same pixels`;
  const across = acrossClasses === 0 ? '' : `, ${count(acrossClasses)} under more than one label`;
  return [
    first + across,
    ...groups.map(({ samples }) => `  ${samples.map(sampleWords).join(' = ')}`),
    ...(acrossClasses > groups.length
      ? [`  and ${count(acrossClasses - groups.length)} more`]
      : []),
  ];
}

function sampleWords({ label, file, entry }: DataSample): string {
  return `${label} (${entry === undefined ? file : `no. ${count(entry + 1)} of ${file}`})`;
}

/** Files that are named in words; the JSON line and `--skipped` have all of them. */
const shownSkipped = 20;

function skippedLines(skipped: readonly SkippedEntry[]): string[] {
  const more = skipped.length - shownSkipped;
  return [
    ...skipped.slice(0, shownSkipped).map(({ file, reason }) => `left out ${file}: ${reason}`),
    ...(more > 0 ? [`and ${count(more)} more: --skipped FILE lists them`] : []),
  ];
}
