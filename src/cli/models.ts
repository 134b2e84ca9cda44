import { cardScore, originWords, scoreWords } from '../model/card-score.js';
import { percent } from '../ui/format.js';
import type { CommandContext } from './context.js';

/** Lists the models of the workspace and those that ship with the program. */
export async function models({ output, connect }: CommandContext): Promise<undefined> {
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
    const { card, folder, preferred } = model;
    const score = cardScore(card);
    const scored = score ? `${percent(score.accuracy, 2)} ${scoreWords(score)}` : 'not scored';
    output.result(
      { ...card, folder, preferred },
      `${card.name}: ${scored}, ${originWords(card)}, ${card.created.slice(0, 10)}${preferred ? ', used where none is named' : ''}`,
    );
  }
}
