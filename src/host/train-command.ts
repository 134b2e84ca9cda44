import type { RunRequest } from '../core/run/event.js';

/** The command that asks for the same run again, as a POSIX shell takes it. */
export function trainCommand({ name, source, settings, data = {}, from }: RunRequest): string {
  const { recipe, epochs, validationSplit, batchSize, learningRate, seed, balance } = settings;
  const { extra = [], limitPerClass, test } = data;
  return [
    `digitscope train --data ${shellWord(source)}`,
    ...extra.map((added) => `--extra ${shellWord(added)}`),
    ...(limitPerClass === undefined ? [] : [`--limit-per-class ${limitPerClass}`]),
    ...(test === undefined ? [] : [`--test ${shellWord(test)}`]),
    ...(balance === undefined ? [] : [`--balance ${balance}`]),
    ...(from === undefined ? [] : [`--from ${shellWord(from)}`]),
    `--recipe ${recipe} --epochs ${epochs} --validation-split ${validationSplit}`,
    `--batch-size ${batchSize} --learning-rate ${learningRate} --seed ${seed} --name ${name}`,
  ].join(' ');
}

/** In quotes where it has more than letters, digits and signs of paths. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
