import { exitCodes, Problem } from '../core/problem.js';
import type { RunEvent, RunOutcome } from '../core/run/event.js';
import {
  type NumberSetting,
  parseSetting,
  type RecipeName,
  recipeSettings,
  type TrainingSettings,
} from '../core/settings.js';
import { hostAddress } from '../host/address.js';
import { toHostSource } from '../host/source.js';
import type { Workspace } from '../host/workspace.js';
import { count, decimal, duration, percent, rate } from '../ui/format.js';
import type { CommandContext } from './context.js';

/** The options as typed. */
export interface TrainOptions {
  data: string;
  recipe: RecipeName;
  epochs?: string;
  validationSplit?: string;
  batchSize?: string;
  learningRate?: string;
  seed?: string;
  name?: string;
  from?: string;
}

/** Trains and saves a model; tells the run's events as they happen. */
export async function train(
  { workspace, engine, output, interrupted, connect }: CommandContext,
  options: TrainOptions,
): Promise<number> {
  const settings = readSettings(options);
  const source = toHostSource(options.data, workspace);
  const client = await connect();
  const ended = new Promise<RunEvent>((resolve, reject) => {
    client.onClose(() => reject(hostLost(workspace)));
    client.onRun({
      loading: (_, { done, total }) => output.progress(`loading ${done} of ${total}`),
      event: (_, event) => {
        tell(event, output);
        if (isEnd(event)) resolve(event);
      },
    });
  });
  const { run } = await client.startRun({
    source,
    settings,
    name: options.name,
    from: options.from,
    engine,
  });
  const stop = () => {
    output.remark('stopping: the best weights so far are saved');
    client.stopRun(run).catch(() => undefined);
  };
  if (interrupted.aborted) stop();
  else interrupted.addEventListener('abort', stop, { once: true });
  const end = await ended;
  if (end.type === 'failed') throw new Problem(end.reason, { remedy: end.remedy });
  return end.type === 'stopped' ? exitCodes.interrupted : exitCodes.done;
}

function hostLost(workspace: Workspace): Problem {
  return new Problem('the host has ended unexpectedly', {
    remedy: `start again, with a smaller batch if memory ran out; its log is ${hostAddress(workspace).log}`,
  });
}

function readSettings(options: TrainOptions): TrainingSettings {
  const number = (name: NumberSetting) => {
    const typed = options[name];
    if (typed === undefined) return recipeSettings[options.recipe][name];
    const read = parseSetting(name, typed);
    if ('value' in read) return read.value;
    throw new Problem(`${typed} is out of range`, {
      remedy: read.error,
      exitCode: exitCodes.usage,
    });
  };
  return {
    recipe: options.recipe,
    epochs: number('epochs'),
    validationSplit: number('validationSplit'),
    batchSize: number('batchSize'),
    learningRate: number('learningRate'),
    seed: number('seed'),
  };
}

function isEnd({ type }: RunEvent): boolean {
  return type === 'completed' || type === 'stopped' || type === 'failed';
}

function tell(event: RunEvent, output: CommandContext['output']): void {
  if (output.format === 'json') {
    output.result(event, []);
    return;
  }
  const words = describe(event);
  if (event.type === 'progress') output.progress(words);
  else if (event.type === 'completed' || event.type === 'stopped') output.result(event, words);
  else if (words !== '' && event.type !== 'failed') output.remark(words);
}

function describe(event: RunEvent): string {
  switch (event.type) {
    case 'started':
      return `run ${event.run}: ${count(event.trainSamples)} samples to train on, ${count(event.validationSamples)} to validate, ${event.engine} engine`;
    case 'progress':
      return `epoch ${event.epoch}  ${event.phase} ${event.step}/${event.steps}  loss ${decimal(event.loss)}  accuracy ${percent(event.accuracy, 2)}  ${rate(event.imagesPerSecond, 'images')}  left ${duration(event.secondsLeft)}`;
    case 'epoch-ended':
      return `epoch ${event.epoch}: loss ${decimal(event.train.loss)}, accuracy ${percent(event.train.accuracy, 2)}; validation loss ${decimal(event.validation.loss)}, accuracy ${percent(event.validation.accuracy, 2)}${event.improved ? ', best so far' : ''}`;
    case 'weights-averaged':
      return `average of the last ${event.epochs} epochs: validation loss ${decimal(event.validation.loss)}, accuracy ${percent(event.validation.accuracy, 2)}${event.improved ? ', best so far' : ''}`;
    case 'learning-rate-changed':
      return `learning rate ${event.from} -> ${event.to}`;
    case 'completed':
      return describeOutcome(event, event.reason === 'early-stopping' ? 'stopped early' : 'done');
    case 'stopped':
      return describeOutcome(event, 'stopped');
    default:
      return '';
  }
}

function describeOutcome(outcome: RunOutcome, how: string): string {
  const epochs = outcome.epochs === 1 ? '1 epoch' : `${outcome.epochs} epochs`;
  const time = `${how} after ${epochs} in ${duration(outcome.seconds)}`;
  if (outcome.model === null) return `${time}: no epoch was finished, nothing to save`;
  return `${time}: validation accuracy ${percent(outcome.validation.accuracy, 2)}, saved as models/${outcome.model}`;
}
