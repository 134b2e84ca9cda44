import type { DataSummary } from '../../host/protocol.js';
import type { Loading } from '../../state/run-view.js';
import type { TrainingFormState } from '../../state/training-form-store.js';
import { classBars, meter } from '../../ui/components/bars.js';
import { count, duration, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { warningLines } from './warning-lines.js';

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
        [span('o', 'accent'), ' chooses a folder or a file'],
        [],
        [span('Sources found', 'dim')],
        ...sources.map((source) =>
          source === values.source
            ? [span(`${glyphs.pointer} ${source}`, 'strong')]
            : `  ${source}`,
        ),
        [],
        ...wrapWords(
          'A folder of folders 0 to 9 will do, or a CSV, NPZ or IDX file: paste its path.',
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
        [span('o', 'accent'), ' chooses another one'],
      ];
    case 'ready':
      return summaryRows(data.summary, options);
  }
}

function loadingRows({ done, total, since, at }: Loading, { width, glyphs }: DataOptions): Row[] {
  const perSecond = (done / (at - since)) * 1000;
  const left = done > 0 && at > since ? duration((total - done) / perSecond) : '-';
  return [
    [span(meter(total > 0 ? done / total : 0, width, glyphs, glyphs.track), 'accent')],
    [span(`${count(done)} of ${count(total)}`), span(`  ${rate(perSecond, 'samples')}`, 'dim')],
    [span(`left ${left}`, 'dim')],
  ];
}

/** Count, ten bars, the split and as many warnings as fit; the key that shows all comes last. */
function summaryRows(summary: DataSummary, { width, height, glyphs }: DataOptions): RowLike[] {
  const { count: samples, format, sources, perClass, seconds, cached } = summary;
  const size = summary.width === null ? 'of several sizes' : `${summary.width}x${summary.height}`;
  const added = sources.length > 1 ? `, of ${sources.length} sources` : '';
  const rows: RowLike[] = [
    [span(`${count(samples)} samples`, 'strong'), `, ${size}`],
    [
      span(
        `${format}${added}, ${cached ? 'kept from before' : `read in ${duration(seconds)}`}`,
        'dim',
      ),
    ],
    [],
    ...classBars({ counts: perClass, width, glyphs }),
    [],
    [span(splitWords(summary), 'dim')],
  ];
  const more: Row = [span('d', 'accent'), span(' shows all of it')];
  const room = height - rows.length - 1;
  return [...rows, ...warningRows(summary.warnings, { width, height: room, glyphs }), more];
}

function splitWords({ split, test }: DataSummary): string {
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
  const held = test ? `, test ${count(test.count)}` : '';
  return `${count(sum(split.train))} + ${count(sum(split.validation))} held back${held}`;
}

/** Whole warnings, the gravest first; the last row says how many more there are. */
function warningRows(
  warnings: readonly string[],
  { width, height, glyphs }: DataOptions,
): RowLike[] {
  const wrapped = warnings.map((warning) => warningLines(warning, width));
  const lines = (shown: number) => wrapped.slice(0, shown).flat();
  let shown = warnings.length;
  const room = () => (shown < warnings.length ? height - 1 : height);
  while (shown > 0 && lines(shown).length > room()) shown--;
  const more = warnings.length - shown;
  const rows = lines(shown).map((line): Row => [span(line, 'warning')]);
  if (more === 0 || height < 1) return rows;
  const words = `${glyphs.ellipsis} ${count(more)} more ${more === 1 ? 'warning' : 'warnings'}`;
  return [...rows, [span(shown === 0 ? `! ${words}` : words, 'warning')]];
}
