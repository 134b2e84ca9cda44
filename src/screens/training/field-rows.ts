import {
  type Balance,
  type NumberSetting,
  type RecipeName,
  type SettingRange,
  settingRanges,
} from '../../core/settings.js';
import {
  type FormField,
  type FormValues,
  fieldError,
  isNumberField,
  isTypedField,
  type TypedField,
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
  extra: 'extra data',
  limitPerClass: 'limit per class',
  test: 'test set',
  balance: 'balance',
};

/** What stands where nothing is filled in. */
const unasked: Partial<Record<FormField, string>> = {
  name: 'made from the data',
  extra: 'none',
  limitPerClass: 'all samples',
  test: 'none',
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
  const nothing = value === '' ? unasked[field] : undefined;
  if (nothing !== undefined) return [span(nothing, 'dim')];
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
  if (!isTypedField(field)) return arrows;
  if (field === 'name') return enter;
  const browse = sourceFields.includes(field) ? [span('  o', 'accent'), span(' browses')] : [];
  return [...arrows, ...enter, ...browse];
}

/** Fields that hold sources, which the file browser chooses. */
const sourceFields: readonly FormField[] = ['source', 'extra', 'test'];

const recipeWords: Record<RecipeName, string> = {
  classic:
    'classic: the learning rate halves after 5 epochs without gain; stops after 10, keeps the best weights',
  fast: 'fast: varied samples, one cycle of the learning rate; keeps the best weights or the last average',
  robust:
    'robust: as fast, on samples that vary more, and on letters, signs and scribbles that are no digit',
};

const balanceWords: Record<Balance, string> = {
  none: 'every sample counts for the same',
  'class-weights': 'digits with few samples count for more, so that all ten weigh the same',
};

const fieldWords: Record<Exclude<TypedField, NumberSetting>, string> = {
  source: 'the word mnist, a folder of folders 0 to 9, or a file of samples',
  name: 'letters, digits, dots, dashes, underscores',
  extra: 'samples to add, such as your own digits; a semicolon parts several',
  limitPerClass: 'samples of each digit at most, drawn by the seed',
  test: 'labelled samples to score the finished model on; none of them is learnt from',
};

function describe(field: FormField, { recipe, balance }: FormValues): string {
  if (isNumberField(field)) {
    const { lowest, highest, offered }: SettingRange = settingRanges[field];
    const steps =
      offered.length > 1 ? `; offered: ${offered[0]} to ${offered[offered.length - 1]}` : '';
    return `${lowest} to ${highest}${steps}`;
  }
  if (field === 'recipe') return recipeWords[recipe];
  return field === 'balance' ? balanceWords[balance] : fieldWords[field];
}
