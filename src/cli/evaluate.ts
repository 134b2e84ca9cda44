import { toHostSource } from '../host/source.js';
import { count, decimal, percent, rate } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { progressTeller } from './loading.js';

/** Scores a model on a labelled source. */
export async function evaluate(
  { workspace, engine, output, interrupted, connect }: CommandContext,
  typed: string,
  { model }: { model?: string },
): Promise<undefined> {
  const client = await connect();
  const { model: name, ...scores } = await client.evaluate(
    { source: toHostSource(typed, workspace), model, engine },
    {
      signal: interrupted,
      onProgress: progressTeller(output, 'loading'),
    },
  );
  const column = (text: string) => text.padStart(10);
  output.result({ model: name, ...scores }, [
    `${name} on ${typed}: accuracy ${percent(scores.accuracy, 2)} of ${count(scores.count)}, loss ${decimal(scores.loss)}, ${rate(scores.imagesPerSecond, 'images')}`,
    ['digit', 'count', 'precision', 'recall', 'F1'].map(column).join(''),
    ...scores.perClass.map((score) =>
      [
        `${score.digit}`,
        count(score.count),
        ...[score.precision, score.recall, score.f1].map((value) => percent(value)),
      ]
        .map(column)
        .join(''),
    ),
  ]);
}
