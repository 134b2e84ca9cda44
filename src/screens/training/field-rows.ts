import { type RecipeName, type SettingRange, settingRanges } from '../../core/settings.js';
import {
  type FormField,
  type FormValues,
  fieldError,
  isNumberField,
} from '../../state/training-form.js';
import { cut, padTo } from '../../ui/cells.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { fitEnd, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** Cells of mark and name, before a field's value. */
export const fieldLabelWidth = 20;

const names: Record<FormField, string> = {
  source: 'source',
  recipe: 'recipe',
  epochs: 'epochs',
  validationSplit: 'validation split',
  batchSize: 'batch size',
  learningRate: 'learning rate',
  seed: 'seed',
  name: 'model name',
};

interface FieldOptions {
  state: 'selected' | 'plain';
  glyphs: Glyphs;
}

/** ` › epochs`, with a cross where the value is wrong. */
export function fieldLabel(
  field: FormField,
  values: FormValues,
  { state, glyphs }: FieldOptions,
): Row {
  const isWrong = fieldError(field, values) !== undefined;
  return [
    span(state === 'selected' ? `${glyphs.pointer} ` : '  ', 'accent'),
    span(names[field], state === 'selected' ? 'strong' : 'dim'),
    span(isWrong ? ` ${glyphs.cross}` : '', 'bad'),
  ];
}

export function fieldValue(
  field: FormField,
  values: FormValues,
  { state }: FieldOptions,
  width: number,
): Row {
  const value = values[field];
  if (field === 'name' && value === '') return [span('made from the data', 'dim')];
  return [span(fitEnd(value, width), state === 'selected' ? 'strong' : 'plain')];
}

/** Which weights the run begins with, where they are not fresh ones. */
export function beginRows(from: string | undefined, width: number): Row[] {
  if (from === undefined) return [];
  const label = padTo('  goes on from', fieldLabelWidth);
  const hint = ' x: fresh';
  const room = width - fieldLabelWidth - hint.length;
  return [[span(label, 'dim'), span(cut(from, room), 'strong'), span(hint, 'dim')]];
}

/** What the selected field takes and which keys change it, or what is wrong with it. */
export function fieldHint(
  field: FormField,
  values: FormValues,
  { mode, width, glyphs }: { mode: 'choosing' | 'editing'; width: number; glyphs: Glyphs },
): RowLike[] {
  const error = fieldError(field, values);
  const keys: Row = mode === 'editing' ? editKeys : chooseKeys(field, glyphs);
  const words = error === undefined ? describe(field, values) : `${glyphs.cross} ${error}`;
  return [
    ...wrapWords(words, width).map(
      (line): Row => [span(line, error === undefined ? 'dim' : 'bad')],
    ),
    keys,
  ];
}

const editKeys: Row = [
  span('Enter', 'accent'),
  span(' keeps  '),
  span('Esc', 'accent'),
  span(' undoes  '),
  span('Ctrl-U', 'accent'),
  span(' clears'),
];

function chooseKeys(field: FormField, glyphs: Glyphs): Row {
  const arrows = [span(`${glyphs.left} ${glyphs.right}`, 'accent'), span(' choose  ')];
  const enter = [span('Enter', 'accent'), span(' types one')];
  if (field === 'recipe') return arrows;
  if (field === 'name') return enter;
  const browse = field === 'source' ? [span('  o', 'accent'), span(' browses')] : [];
  return [...arrows, ...enter, ...browse];
}

const recipeWords: Record<RecipeName, string> = {
  classic:
    'classic: the learning rate halves after 5 epochs without gain; stops after 10, keeps the best weights',
  fast: 'fast: varied samples, one cycle of the learning rate; keeps the best weights or the last average',
  robust:
    'robust: as fast, on samples that vary more, and on letters, signs and scribbles that are no digit',
};

function describe(field: FormField, { recipe }: FormValues): string {
  if (isNumberField(field)) {
    const { lowest, highest, offered }: SettingRange = settingRanges[field];
    const steps =
      offered.length > 1 ? `; offered: ${offered[0]} to ${offered[offered.length - 1]}` : '';
    return `${lowest} to ${highest}${steps}`;
  }
  if (field === 'source') return 'the word mnist, or a folder of folders 0 to 9';
  if (field === 'name') return 'letters, digits, dots, dashes, underscores';
  return recipeWords[recipe];
}
