import { readingOf, readingWords } from '../../core/pixel-reading.js';
import { exitCodes, Problem } from '../../core/problem.js';
import type { ModelSummary } from '../../host/protocol.js';
import { cardScore, originWords, scoreWords } from '../../model/card-score.js';
import { layerWords } from '../../model/layer-words.js';
import type { Network } from '../../model/network.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import { padTo } from '../../ui/cells.js';
import { bytes, count, decimal, percent } from '../../ui/format.js';
import type { CommandContext } from '../context.js';
import { defaultWords } from './list.js';

/** Says what a model is: its card, and its layers with their shapes and parameters. */
export async function inspectModel(
  { output, connect }: CommandContext,
  name: string,
): Promise<undefined> {
  const found = await (await connect()).listModels();
  const model = found.find((each) => each.name === name);
  if (!model) throw unknown(name, found);
  if ('problem' in model) {
    throw new Problem(model.problem, { remedy: 'delete it, or copy it here again' });
  }
  const { card, network, folder, place, preferred, chosen } = model;
  const layers = summarise(network).map(({ layer, output: shape, parameters }) => ({
    name: layer.name,
    words: layerWords(layer),
    output: shape,
    parameters: parameters.reduce((sum, { shape: own }) => sum + sizeOf(own), 0),
  }));
  const { total, trainable } = countParameters(network);
  output.result({ ...card, folder, place, preferred, chosen, trainable, layers, layout: network }, [
    [`${name}: ${originWords(card)}`, ...defaultWords(model)].join(', '),
    ...factLines(model, folder),
    '',
    ...tableLines([
      ['layer', 'what it is', 'output', 'parameters'],
      ['', 'one image', network.input.join('x'), ''],
      ...layers.map(
        (layer): TableRow => [
          layer.name,
          layer.words,
          layer.output.join('x'),
          layer.parameters > 0 ? count(layer.parameters) : '',
        ],
      ),
      ['', 'all together', '', count(total)],
      ['', 'trainable', '', count(trainable)],
    ]),
  ]);
}

function factLines({ card, network }: Extract<ModelSummary, { network: object }>, folder: string) {
  const { weights, training, imported, temperature, rejection } = card;
  const score = cardScore(card);
  const facts: [string, string | undefined][] = [
    ['accuracy', score && `${percent(score.accuracy, 2)} ${scoreWords(score)}`],
    ['made', `${card.created} by ${card.program}`],
    ['from', imported && `${imported.file}, written by ${imported.by}`],
    ...(imported?.notes ?? []).map((note): [string, string] => ['', note]),
    ['command', training?.command],
    ['pixels', pixelWords(network)],
    ['temperature', temperature === undefined ? undefined : decimal(temperature, 4)],
    ['threshold', rejection && decimal(rejection.threshold, 2)],
    ['weights', `${bytes(weights.bytes)}, SHA-256 ${weights.sha256}`],
    ['folder', folder],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [`  ${padTo(label, 13)}${value}`],
  );
}

function pixelWords({ pixels = { scale: 1 / 255, offset: 0 } }: Network): string {
  const reading = readingOf(pixels);
  if (reading) return readingWords(reading);
  return `0 to 255 of light on dark, times ${pixels.scale}, plus ${pixels.offset}`;
}

type TableRow = readonly [name: string, words: string, shape: string, parameters: string];

/** Columns as wide as what is in them; the last one is of numbers. */
function tableLines(rows: readonly TableRow[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map(([name, words, shape, parameters]) => {
    const cells = [name, words, shape].map((cell, column) => padTo(cell, widths[column]));
    return `  ${cells.join('  ')}  ${parameters.padStart(widths[3])}`;
  });
}

function unknown(name: string, found: readonly ModelSummary[]): Problem {
  return new Problem(`there is no model ${name}`, {
    remedy: `choose one of ${found.map((model) => model.name).join(', ')}`,
    exitCode: exitCodes.usage,
  });
}
