import type { ModelSummary } from '../../host/protocol.js';
import { bytes, count, decimal, duration, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

/** What a model's card tells: what it is, how well it reads, what it was made of, and how to make it again. */
export function modelCardRows(
  model: ModelSummary,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  if ('problem' in model) {
    return wrapWords(`${glyphs.cross} ${model.problem}`, width).map((line) => [span(line, 'bad')]);
  }
  const { card, folder } = model;
  const { settings, data, test, train, validation, weights } = card;
  const fact = (label: string, ...value: (string | ReturnType<typeof span>)[]): Row =>
    joinColumns(
      [
        { row: [span(label, 'dim')], width: labelWidth },
        { row: value, width: width - labelWidth },
      ],
      0,
    );
  const score = (share: number, words: string) => [
    span(percent(share, 2).padStart(7), 'strong'),
    `  ${words}`,
  ];
  return [
    ...(test
      ? [
          fact(
            'accuracy',
            ...score(test.accuracy, `on ${test.source}, ${count(test.count)} samples`),
          ),
        ]
      : []),
    fact(
      test ? '' : 'accuracy',
      ...score(validation.accuracy, `in validation, loss ${decimal(validation.loss)}`),
    ),
    fact('', ...score(train.accuracy, `in training, loss ${decimal(train.loss)}`)),
    [],
    fact(
      'data',
      data.source,
      `, ${count(data.train)} to train and ${count(data.validation)} to validate`,
    ),
    fact(
      'recipe',
      settings.recipe,
      `, batches of ${count(settings.batchSize)}, learning rate ${decimal(settings.learningRate)}, seed ${settings.seed}`,
    ),
    fact(
      'epochs',
      `${count(card.epochs)}, the best one ${count(card.bestEpoch)}, in ${duration(card.seconds)}`,
    ),
    fact('made', localTime(card.created), ` by ${card.program}, ${card.engine}`),
    [],
    fact(
      'network',
      card.network,
      `, ${count(card.parameters)} parameters, ${bytes(weights.bytes)} of weights`,
    ),
    ...folded('folder', folder),
    [],
    [span('The command that makes it again', 'dim')],
    ...wrapWords(card.command, width).map((line) => [span(line, 'accent')]),
    ...(card.notes ? [[], ...wrapWords(card.notes, width).map((line) => [span(line)])] : []),
  ];

  function folded(label: string, text: string): Row[] {
    return wrapWords(text, width - labelWidth).map((line, index) =>
      fact(index === 0 ? label : '', line),
    );
  }
}

const labelWidth = 10;

/** `2025-06-03 10:15`, local time; as it stands where it is none. */
function localTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Where there is no model to tell of. */
export function noModelRows(
  { models, problem }: { models: readonly ModelSummary[] | undefined; problem: string | undefined },
  { width, glyphs }: { width: number; glyphs: Glyphs },
): RowLike[] {
  if (models === undefined && problem === undefined) return [[span('looking for models', 'dim')]];
  if (problem !== undefined) {
    return wrapWords(`${glyphs.cross} ${problem}`, width).map((line) => [span(line, 'bad')]);
  }
  return [
    [span('There is no model yet', 'strong')],
    '',
    [span('2', 'accent'), span('  trains one')],
  ];
}
