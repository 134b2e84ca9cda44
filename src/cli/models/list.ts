import type { ModelSummary } from '../../host/protocol.js';
import { cardScore, originWords, scoreWords } from '../../model/card-score.js';
import { percent } from '../../ui/format.js';
import type { CommandContext } from '../context.js';

/** Lists the models of the workspace and those that ship with the program. */
export async function listModels({ output, connect }: CommandContext): Promise<undefined> {
  const client = await connect();
  const found = await client.listModels();
  if (found.length === 0) {
    output.remark('no models here: train one with `digitscope train --data mnist`');
  }
  for (const model of found) {
    if ('problem' in model) {
      output.result(model, `${model.name}: ${model.problem}`);
      continue;
    }
    const { card, folder, place, preferred, chosen } = model;
    const score = cardScore(card);
    const facts = [
      score ? `${percent(score.accuracy, 2)} ${scoreWords(score)}` : 'not scored',
      originWords(card),
      card.created.slice(0, 10),
      ...(place === 'shipped' ? ['comes with the program'] : []),
      ...defaultWords(model),
    ];
    output.result(
      { ...card, folder, place, preferred, chosen },
      `${card.name}: ${facts.join(', ')}`,
    );
  }
}

/** Whether a model is used where none is named. */
export function defaultWords(model: ModelSummary): string[] {
  if (!('card' in model) || !model.preferred) return [];
  return [model.chosen ? 'the default' : 'used where none is named'];
}
