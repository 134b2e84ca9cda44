import type { RunRequest } from '../../../core/run/event.js';
import { recipeSettings, type TrainingSettings } from '../../../core/settings.js';
import { decimal } from '../../../ui/format.js';

/** `classic, 50 epochs, batch 32, learning rate 0.001, split 0.2, seed 42` */
export function settingWords(settings: TrainingSettings): string {
  const { recipe, epochs, batchSize, learningRate, validationSplit, seed } = settings;
  return [
    recipe,
    `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`,
    `batch ${batchSize}`,
    `learning rate ${decimal(learningRate, 6)}`,
    `split ${validationSplit}`,
    `seed ${seed}`,
  ].join(', ');
}

/** What is not as its recipe has it where nothing is said: `epochs 20 instead of 50`. */
export function unusualWords({ settings, data, from }: RunRequest): string {
  const usual = recipeSettings[settings.recipe];
  const changed = compared
    .filter(({ setting }) => settings[setting] !== usual[setting])
    .map(({ setting, words }) => `${words} ${settings[setting]} instead of ${usual[setting]}`);
  const more = [
    ...(settings.balance === 'class-weights' ? ['rare digits count for more'] : []),
    ...(data?.extra ? [`more data: ${data.extra.join(', ')}`] : []),
    ...(data?.limitPerClass ? [`at most ${data.limitPerClass} samples of a digit`] : []),
    ...(data?.test ? [`tested on ${data.test}`] : []),
    ...(from ? [`begins with the model ${from}`] : []),
  ];
  const all = [...changed, ...more];
  return all.length === 0 ? `all as usual for ${settings.recipe}` : all.join('; ');
}

const compared = [
  { setting: 'epochs', words: 'epochs' },
  { setting: 'batchSize', words: 'batch' },
  { setting: 'learningRate', words: 'learning rate' },
  { setting: 'validationSplit', words: 'split' },
  { setting: 'seed', words: 'seed' },
] as const;
