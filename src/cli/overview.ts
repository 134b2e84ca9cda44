import { join } from 'node:path';
import { engineStatus } from '../engine/status.js';
import { programRoot, programVersion } from '../host/workspace.js';
import { cardScore, scoreWords } from '../model/card-score.js';
import { percent } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { describeEngine } from './engine.js';

/** What `digitscope` says where there is no terminal for its screens. */
export async function overview({ engine, output, connect }: CommandContext): Promise<undefined> {
  const client = await connect();
  const status = await engineStatus();
  const found = await client.listModels();
  const preferred = found.find((model) => 'card' in model && model.preferred);
  const card = preferred && 'card' in preferred ? preferred.card : undefined;
  const samples: string[] = [];
  const read: { file: string; digit?: number; confidence?: number; error?: string }[] = [];
  if (card) {
    await client.predict(
      { paths: [join(programRoot, 'examples', 'sample_digits')], engine },
      {
        onProgress: ({ results }) => {
          for (const result of results) {
            const file = result.file.slice(programRoot.length);
            if ('error' in result) {
              read.push({ file, error: result.error });
              samples.push(`  ${file}: ${result.error}`);
            } else {
              const { digit, confidence } = result;
              read.push({ file, digit, confidence });
              samples.push(`  ${file}: ${digit}, ${percent(confidence)}`);
            }
          }
        },
      },
    );
  }
  const score = card && cardScore(card);
  const scored = score ? `, ${percent(score.accuracy, 2)} ${scoreWords(score)}` : '';
  output.result({ version: programVersion, ...status, model: card?.name ?? null, samples: read }, [
    `Digitscope ${programVersion}, a terminal lab for handwritten digits`,
    ...describeEngine(status),
    card
      ? `model: ${card.name}${scored}`
      : 'model: none here, train one with `digitscope train --data mnist`',
    'data: mnist (60,000 samples, with the program), or a folder of folders 0 to 9',
    ...(samples.length > 0 ? ['sample digits, read just now:', ...samples] : []),
    'commands: train, predict, evaluate, data, models, import, export, runs, engine, doctor; --help says more',
    'on a terminal, `digitscope` opens the full screen',
  ]);
}
