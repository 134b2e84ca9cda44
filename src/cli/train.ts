import { exitCodes, Problem } from '../core/problem.js';
import {
  type Balance,
  type NumberSetting,
  type RecipeName,
  recipeSettings,
  type TrainingSettings,
} from '../core/settings.js';
import type { StartRunParams } from '../host/protocol.js';
import type { CommandContext } from './context.js';
import { type DataChoice, readDataOptions, readNumberSetting, sourceOf } from './data-options.js';
import { followRun } from './follow-run.js';
import { type ResumeOptions, resume } from './resume.js';

/** The options as typed. */
export interface TrainOptions extends ResumeOptions, DataChoice {
  data?: string;
  recipe: RecipeName;
  epochs?: string;
  validationSplit?: string;
  batchSize?: string;
  learningRate?: string;
  seed?: string;
  name?: string;
  balance?: Balance;
  from?: string;
  resume?: string;
  queue?: true;
}

/** Trains and saves a model; tells the run's events as they happen. */
export async function train(context: CommandContext, options: TrainOptions): Promise<number> {
  if (options.resume !== undefined) return resume(context, options.resume, options);
  const params = startParams(context, options);
  if (options.detach) return startDetached(context, params);
  return followRun(context, {
    begin: (client) => client.startRun(params),
    onInterrupt: 'stop',
  });
}

function startParams({ workspace, engine }: CommandContext, options: TrainOptions): StartRunParams {
  if (options.data === undefined) {
    throw new Problem('it is not said what to train on', {
      remedy: 'name a source with --data, or a run that goes on with --resume',
      exitCode: exitCodes.usage,
    });
  }
  return {
    source: sourceOf(options.data, workspace),
    data: readDataOptions(options, workspace),
    settings: readSettings(options),
    name: options.name,
    engine,
    from: options.from,
    when: options.queue ? 'queued' : 'now',
  };
}

/** Leaves the run to the host. */
async function startDetached(
  { output, connect }: CommandContext,
  params: StartRunParams,
): Promise<number> {
  const client = await connect();
  const { run } = await client.startRun(params);
  output.result({ run }, `run ${run} goes on by itself: \`digitscope attach ${run}\` shows it`);
  return exitCodes.done;
}

function readSettings(options: TrainOptions): TrainingSettings {
  const number = (name: NumberSetting) =>
    readNumberSetting(name, options[name]) ?? recipeSettings[options.recipe][name];
  return {
    recipe: options.recipe,
    epochs: number('epochs'),
    validationSplit: number('validationSplit'),
    batchSize: number('batchSize'),
    learningRate: number('learningRate'),
    seed: number('seed'),
    ...(options.balance && { balance: options.balance }),
  };
}
