import { wordsOf } from '../../../core/run/sweep-plan.js';
import type { TimeEstimate } from '../../../state/runs/run-time.js';
import type { SweepFields, SweepFormRow, SweepPlan } from '../../../state/runs/sweep-form.js';
import { duration } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { fitEnd, type Row, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

/** Cells of mark and name, before what is filled in. */
export const sweepLabelWidth = 18;

const labels: Record<SweepFormRow, string> = {
  'first-setting': 'vary',
  'first-values': '  values',
  'second-setting': 'and',
  'second-values': '  values',
};

interface RowOptions {
  state: 'selected' | 'plain';
  glyphs: Glyphs;
}

/** ` › vary`, with a cross where what is filled in is wrong. */
export function sweepLabel(row: SweepFormRow, plan: SweepPlan, { state, glyphs }: RowOptions): Row {
  const isWrong = 'error' in plan && plan.row === row;
  return [
    span(state === 'selected' ? `${glyphs.pointer} ` : '  ', 'accent'),
    span(labels[row], state === 'selected' ? 'strong' : 'dim'),
    span(isWrong ? ` ${glyphs.cross}` : '', 'bad'),
  ];
}

export function sweepValue(
  row: SweepFormRow,
  fields: SweepFields,
  { state }: Pick<RowOptions, 'state'>,
  width: number,
): Row {
  const { setting, typed } = fields[row.startsWith('first') ? 0 : 1];
  const tone = state === 'selected' ? 'strong' : 'plain';
  if (row.endsWith('values')) return [span(fitEnd(typed, width), tone)];
  return [setting === 'none' ? span('nothing else', 'dim') : span(wordsOf(setting), tone)];
}

/** Which keys change the row, or what is wrong with it. */
export function sweepHint(
  row: SweepFormRow,
  plan: SweepPlan,
  { mode, width, glyphs }: { mode: 'choosing' | 'editing'; width: number; glyphs: Glyphs },
): Row[] {
  const error = 'error' in plan ? `${glyphs.cross} ${plan.error}` : '';
  const words = row.endsWith('setting')
    ? 'a setting that each run has another value of'
    : 'values, parted by commas or spaces';
  const lines = error
    ? wrapWords(error, width).map((line): Row => [span(line, 'bad')])
    : wrapWords(words, width).map((line): Row => [span(line, 'dim')]);
  return [...lines, mode === 'editing' ? editKeys : chooseKeys(row, glyphs)];
}

const editKeys: Row = [
  span('Enter', 'accent'),
  span(' keeps  '),
  span('Esc', 'accent'),
  span(' undoes'),
];

function chooseKeys(row: SweepFormRow, glyphs: Glyphs): Row {
  const does = row.endsWith('setting') ? ' choose  ' : ' fewer, more  ';
  return [
    span(`${glyphs.left} ${glyphs.right}`, 'accent'),
    span(does),
    span('Enter', 'accent'),
    span(' types values'),
  ];
}

/** How many runs it will be and how long they take, as far as past runs tell. */
export function sweepTotals(plan: SweepPlan, time: TimeEstimate | undefined, width: number): Row[] {
  if ('error' in plan) return [];
  const { plans, axes } = plan;
  const sizes = axes.map(({ values }) => values.length);
  const words = `${plans.length} runs${sizes.length > 1 ? `: ${sizes.join(' x ')}` : ''}`;
  return [
    [span(words, 'strong')],
    ...wrapWords(timeWords(time), width).map((line): Row => [span(line, time ? 'plain' : 'dim')]),
  ];
}

function timeWords(time: TimeEstimate | undefined): string {
  if (!time) return 'how long they take is not known: no past run here was like them';
  const words = `at most about ${duration(time.seconds)}, one after the other`;
  return time.basis === 'like'
    ? `${words}, as runs like them took`
    : `${words}; roughly: no run here had all of these settings and data`;
}
