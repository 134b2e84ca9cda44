import type { DataSummary } from '../../host/protocol.js';
import type { Loading } from '../../state/run-view.js';
import type { TrainingFormState } from '../../state/training-form-store.js';
import { classBars, meter } from '../../ui/components/bars.js';
import { count, duration, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

interface DataOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** What the chosen source holds, how far it is loaded, or how to find out. */
export function dataRows(
  { data, sources, values }: Pick<TrainingFormState, 'data' | 'sources' | 'values'>,
  options: DataOptions,
): RowLike[] {
  const { width, glyphs } = options;
  switch (data.status) {
    case 'unknown':
      return [
        [span('Not looked at yet', 'strong')],
        [span('d', 'accent'), ' shows what it holds'],
        [span('r', 'accent'), ' trains on it at once'],
        [span('o', 'accent'), ' chooses a folder'],
        [],
        [span('Sources found', 'dim')],
        ...sources.map((source) =>
          source === values.source
            ? [span(`${glyphs.pointer} ${source}`, 'strong')]
            : `  ${source}`,
        ),
        [],
        ...wrapWords(
          'Any folder of folders 0 to 9 with pictures will do: paste its path.',
          width,
        ).map((line): Row => [span(line, 'dim')]),
      ];
    case 'loading':
      return [
        ...(data.progress ? loadingRows(data.progress, options) : ['']),
        [],
        [span('Esc', 'accent'), ' cancels'],
      ];
    case 'failed':
      return [
        [span(`${glyphs.cross} It cannot be used`, 'bad')],
        ...wrapWords(data.problem, width),
        [],
        [span('d', 'accent'), ' tries again'],
        [span('o', 'accent'), ' chooses another folder'],
      ];
    case 'ready':
      return summaryRows(data.summary, Number(values.validationSplit), options);
  }
}

function loadingRows({ done, total, since, at }: Loading, { width, glyphs }: DataOptions): Row[] {
  const perSecond = done / ((at - since) / 1000);
  return [
    [span(meter(total > 0 ? done / total : 0, width, glyphs, glyphs.track), 'accent')],
    [span(`${count(done)} of ${count(total)}`), span(`  ${rate(perSecond, 'samples')}`, 'dim')],
  ];
}

/** Count, ten bars, the split, warnings, and what was left out with why. */
function summaryRows(
  {
    count: samples,
    format,
    width: across,
    height: down,
    perClass,
    warnings,
    skipped,
    seconds,
  }: DataSummary,
  validationSplit: number,
  { width, height, glyphs }: DataOptions,
): RowLike[] {
  const size = across === null || down === null ? 'of several sizes' : `${across}x${down}`;
  const held = Math.round(samples * validationSplit);
  const split = Number.isFinite(held)
    ? `about ${count(samples - held)} + ${count(held)} held back`
    : '';
  const rows: RowLike[] = [
    [span(`${count(samples)} samples`, 'strong'), `, ${size}`],
    [span(`${format}, read in ${duration(seconds)}`, 'dim')],
    [],
    ...classBars({ counts: perClass, width, glyphs }),
    [],
    [span(split, 'dim')],
    ...warnings.flatMap((warning) =>
      wrapWords(`! ${warning}`, width).map((line): Row => [span(line, 'warning')]),
    ),
  ];
  return [...rows, ...skippedRows(skipped, { width, height: height - rows.length, glyphs })];
}

function skippedRows(skipped: DataSummary['skipped'], { height, glyphs }: DataOptions): RowLike[] {
  if (skipped.length === 0 || height < 1) return [];
  const files = skipped.length === 1 ? '1 file' : `${count(skipped.length)} files`;
  const head: Row = [span(`! ${files} left out`, 'warning')];
  const room = height - 1;
  // The last row says how many more there are.
  const shown = skipped.length <= room ? skipped : skipped.slice(0, Math.max(0, room - 1));
  const more = skipped.length - shown.length;
  return [
    head,
    ...shown.map(({ file, reason }) => `  ${fileName(file)}: ${reason}`),
    ...(more > 0 && room > 0
      ? [[span(`  ${glyphs.ellipsis} and ${count(more)} more`, 'dim')]]
      : []),
  ];
}

/** The folder is the digit: `7/scan.png`. */
function fileName(path: string): string {
  return path.split(/[\\/]/).slice(-2).join('/');
}
