import type { ModelSummary } from '../host/protocol.js';
import type { CloserLook, CloserView } from './recognition-closer-look.js';
import { filterRows } from './recognition-filter.js';
import type { ShownPreview } from './recognition-previews.js';
import { orderResults, type Reading, type ResultOrder } from './recognition-reading.js';

export type ModelList =
  | { status: 'unknown' }
  | { status: 'ready'; models: readonly ModelSummary[] }
  | { status: 'failed'; problem: string };

/** What the Recognition screen shows. */
export interface RecognitionState {
  reading: Reading | undefined;
  view: 'table' | 'picture' | CloserView;
  /** The selected picture as a whole number, or its X-ray, while one of them is shown. */
  closer: CloserLook | undefined;
  /** The stage that the X-ray shows, from 0. */
  stage: number;
  /** Whether pictures are read as whole numbers too. */
  asks: 'digit' | 'number';
  /** What is told below the large picture: the ten bars, or all stages. */
  details: 'bars' | 'stages';
  /** What is open over it. */
  panel: 'none' | 'files' | 'models' | 'threshold';
  order: ResultOrder;
  /** What the table is narrowed to, as it was typed; empty for all. */
  filter: string;
  /** The line that the filter is typed into. */
  filterLine: 'open' | 'closed';
  /** Indices of the reading's results as the table shows them: in its order, filtered. */
  rows: readonly number[];
  /** The result that is looked at, as an index of the reading's results. */
  selected: number;
  /** Whether the selected picture itself is on the screen: while it is large, or whatever the view is. */
  previews: 'large' | 'always';
  /** Of the selected picture, while it is on the screen. */
  preview: ShownPreview | undefined;
  models: ModelList;
  /** Answers whose `notADigit` is above it are marked; undefined for the model's own threshold. */
  rejectAbove: number | undefined;
  /** The model that was chosen; undefined for the one that the workspace prefers. */
  model: string | undefined;
}

export const initialState: RecognitionState = {
  reading: undefined,
  view: 'table',
  closer: undefined,
  stage: 0,
  asks: 'digit',
  details: 'bars',
  panel: 'none',
  order: 'as-read',
  filter: '',
  filterLine: 'closed',
  rows: [],
  selected: 0,
  previews: 'large',
  preview: undefined,
  models: { status: 'unknown' },
  rejectAbove: undefined,
  model: undefined,
};

/** The rows that an order and a filter leave of a reading. */
export function shownRows(
  reading: Reading | undefined,
  { order, filter }: Pick<RecognitionState, 'order' | 'filter'>,
): number[] {
  const results = reading?.results ?? [];
  return filterRows(orderResults(results, order), results, filter);
}

/** The picture that is on the screen itself, besides its answer. */
export function shownFile({
  view,
  previews,
  reading,
  rows,
  selected,
}: RecognitionState): string | undefined {
  const isShown = (view !== 'table' || previews === 'always') && rows.includes(selected);
  const result = isShown ? reading?.results[selected] : undefined;
  return result && !('error' in result) ? result.file : undefined;
}

/** The name of the model that answers when none is chosen. */
export function preferredModel(models: ModelList): string | undefined {
  if (models.status !== 'ready') return undefined;
  return models.models.find((model) => 'card' in model && model.preferred)?.name;
}
