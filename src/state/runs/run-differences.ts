import type { RunState } from '../../core/run/reducer.js';

/** A setting of several runs, as text. */
export interface SettingOfRuns {
  name: string;
  /** One for each run, in their order. */
  values: readonly string[];
}

export interface RunDifferences {
  /** Settings that are not the same for all. */
  differing: readonly SettingOfRuns[];
  /** Those that are, with the one value. */
  shared: readonly { name: string; value: string }[];
}

type ComparedRun = Pick<RunState, 'request' | 'engine' | 'trainSamples' | 'validationSamples'>;

/** What was asked of runs, told apart into what differs and what does not. */
export function runDifferences(runs: readonly ComparedRun[]): RunDifferences {
  const settings = named
    .map(({ name, read }) => ({ name, values: runs.map(read) }))
    // What no run has said is not worth a word.
    .filter(({ values }) => values.some((value) => value !== unsaid));
  const isShared = ({ values }: SettingOfRuns) => values.every((value) => value === values[0]);
  return {
    differing: settings.filter((setting) => !isShared(setting)),
    shared: settings.filter(isShared).map(({ name, values }) => ({ name, value: values[0] })),
  };
}

/** Stands for a setting that a run has not. */
const unsaid = '-';

const named: readonly { name: string; read: (run: ComparedRun) => string }[] = [
  { name: 'data', read: ({ request }) => text(request?.source) },
  { name: 'recipe', read: ({ request }) => text(request?.settings.recipe) },
  { name: 'learning rate', read: ({ request }) => text(request?.settings.learningRate) },
  { name: 'batch', read: ({ request }) => text(request?.settings.batchSize) },
  { name: 'epochs asked', read: ({ request }) => text(request?.settings.epochs) },
  { name: 'split', read: ({ request }) => text(request?.settings.validationSplit) },
  { name: 'seed', read: ({ request }) => text(request?.settings.seed) },
  { name: 'balance', read: ({ request }) => text(request?.settings.balance) },
  { name: 'more data', read: ({ request }) => text(request?.data?.extra?.join(' + ')) },
  { name: 'a digit', read: ({ request }) => text(request?.data?.limitPerClass) },
  { name: 'test data', read: ({ request }) => text(request?.data?.test) },
  { name: 'begins with', read: ({ request }) => text(request?.from) },
  { name: 'engine', read: ({ engine }) => text(engine) },
  { name: 'samples', read: ({ trainSamples }) => text(trainSamples || undefined) },
  { name: 'held back', read: ({ validationSamples }) => text(validationSamples || undefined) },
];

function text(value: string | number | undefined): string {
  return value === undefined ? unsaid : String(value);
}
