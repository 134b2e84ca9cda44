import { readingOf, readingWords } from '../../core/pixel-reading.js';
import type { ModelSummary } from '../../host/protocol.js';
import type { ImportFacts, ModelCard, TrainingFacts } from '../../model/card.js';
import type { Network } from '../../model/network.js';
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
  const { card, folder, network } = model;
  const { training, imported, weights } = card;
  const fact = (label: string, ...value: (string | ReturnType<typeof span>)[]): Row =>
    joinColumns(
      [
        { row: [span(label, 'dim')], width: labelWidth },
        { row: value, width: width - labelWidth },
      ],
      0,
    );
  return [
    ...scoreLines(card).map(({ accuracy, words }, index) =>
      fact(
        index === 0 ? 'accuracy' : '',
        span(percent(accuracy, 2).padStart(7), 'strong'),
        `  ${words}`,
      ),
    ),
    [],
    ...(training ? trainingFacts(training) : []),
    ...(imported ? importFacts(imported) : []),
    fact(
      'made',
      localTime(card.created),
      ` by ${[card.program, training?.engine].filter(Boolean).join(', ')}`,
    ),
    [],
    fact(
      'network',
      card.network,
      `, ${count(card.parameters)} parameters, ${bytes(weights.bytes)} of weights`,
    ),
    ...pixelFacts(network.pixels),
    ...calibrationFacts(card),
    ...folded('folder', folder),
    ...(training ? commandRows(training.command) : []),
    ...(card.notes ? [[], ...wrapWords(card.notes, width).map((line) => [span(line)])] : []),
  ];

  function trainingFacts({ data, settings, ...facts }: TrainingFacts): Row[] {
    const { batchSize, learningRate, seed } = settings;
    return [
      fact(
        'data',
        data.source,
        `, ${count(data.train)} to train and ${count(data.validation)} to validate`,
      ),
      fact(
        'recipe',
        settings.recipe,
        `, batches of ${count(batchSize)}, learning rate ${decimal(learningRate)}, seed ${seed}`,
      ),
      fact(
        'epochs',
        `${count(facts.epochs)}, the best one ${count(facts.bestEpoch)}, in ${duration(facts.seconds)}`,
      ),
      ...(facts.from ? [fact('from', facts.from)] : []),
    ];
  }

  function importFacts({ by, file, notes }: ImportFacts): Row[] {
    return [
      fact('imported', `${file}, written by ${by}`),
      ...notes.flatMap((note) => folded('', note)),
    ];
  }

  function pixelFacts(pixels: Network['pixels']): Row[] {
    const reading = pixels && readingOf(pixels);
    return reading ? [fact('pixels', readingWords(reading))] : [];
  }

  function calibrationFacts({ temperature, rejection }: ModelCard): Row[] {
    if (temperature === undefined && !rejection) return [];
    const threshold = rejection ? `, no digit above ${decimal(rejection.threshold, 2)}` : '';
    return [fact('doubt', `temperature ${decimal(temperature ?? 1, 2)}${threshold}`)];
  }

  function commandRows(command: string): Row[] {
    return [
      [],
      [span('The command that makes it again', 'dim')],
      ...wrapWords(command, width).map((line) => [span(line, 'accent')]),
    ];
  }

  function folded(label: string, text: string): Row[] {
    return wrapWords(text, width - labelWidth).map((line, index) =>
      fact(index === 0 ? label : '', line),
    );
  }
}

const labelWidth = 10;

/** What is known of how well it reads, the figure that counts first. */
function scoreLines({
  test,
  training,
  imported,
}: ModelCard): { accuracy: number; words: string }[] {
  const check = imported?.check;
  const on = ({ source, count: samples }: { source: string; count: number }) =>
    `on ${source}, ${count(samples)} samples`;
  return [
    ...(test ? [{ accuracy: test.accuracy, words: on(test) }] : []),
    ...(training
      ? [
          {
            accuracy: training.validation.accuracy,
            words: `in validation, loss ${decimal(training.validation.loss)}`,
          },
          {
            accuracy: training.train.accuracy,
            words: `in training, loss ${decimal(training.train.loss)}`,
          },
        ]
      : []),
    ...(check ? [{ accuracy: check.accuracy, words: `${on(check)}, as it was imported` }] : []),
  ];
}

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
