import { exitCodes, Problem } from '../core/problem.js';
import {
  longestSweep,
  parseSweptValues,
  planSweep,
  type SweepAxis,
  type SweptSetting,
  type SweptValue,
  sweptSettings,
} from '../core/run/sweep-plan.js';
import {
  defaultSettings,
  parseSetting,
  recipeSettings,
  recipes,
  type TrainingSettings,
} from '../core/settings.js';
import type { StartRunParams } from '../host/protocol.js';
import { toHostSource } from '../host/source.js';
import { sweepName, sweepRequests } from '../host/sweep.js';
import type { CommandContext } from './context.js';
import { followSweep } from './follow-sweep.js';

/** The options as typed: of what is varied, values parted by commas. */
export interface SweepOptions {
  data: string;
  recipe?: string;
  epochs?: string;
  batchSize?: string;
  learningRate?: string;
  seed?: string;
  validationSplit?: string;
  name?: string;
  from?: string;
  detach?: true;
}

/** Trains one run for every combination of the values of one or two settings, one after the other. */
export async function sweep(context: CommandContext, options: SweepOptions): Promise<number> {
  const { base, axes } = readSweepOptions(options);
  const { workspace, engine, output, connect } = context;
  const client = await connect();
  const name = sweepName(axes, await client.listRuns());
  const request: StartRunParams = {
    source: toHostSource(options.data, workspace),
    settings: base,
    name: options.name,
    engine,
    from: options.from,
  };
  const asked = sweepRequests(request, planSweep(base, axes), name);
  if (!options.detach) return followSweep(context, { client, sweep: name, asked });
  const runs: string[] = [];
  for (const each of asked) runs.push((await client.startRun(each)).run);
  output.result(
    { sweep: name, runs },
    `sweep ${name}: ${runs.length} runs go on by themselves; \`digitscope runs\` lists them`,
  );
  return exitCodes.done;
}

/** What all runs have in common, and the settings that are given several values. */
export function readSweepOptions(options: SweepOptions): {
  base: TrainingSettings;
  axes: readonly SweepAxis[];
} {
  const given = sweptSettings.flatMap((setting) => {
    const typed = options[setting];
    return typed === undefined ? [] : [{ setting, values: readValues(setting, typed) }];
  });
  const axes = given.filter(({ values }) => values.length > 1);
  if (axes.length === 0 || axes.length > 2) {
    throw wrongUsage(
      `${axes.length === 0 ? 'no setting' : 'more than two settings'} would vary`,
      'give one or two of them several values, as in --learning-rate 0.001,0.002',
    );
  }
  const runs = axes.reduce((product, { values }) => product * values.length, 1);
  if (runs > longestSweep) {
    throw wrongUsage(`these are ${runs} runs`, `${longestSweep} make a sweep at most`);
  }
  return { base: baseOf(given, options), axes };
}

/** The settings of the recipe, the first where it is varied, with what was given a single value. */
function baseOf(
  given: readonly { setting: SweptSetting; values: readonly SweptValue[] }[],
  { validationSplit }: SweepOptions,
): TrainingSettings {
  const recipeName = given.find(({ setting }) => setting === 'recipe')?.values[0];
  const recipe = recipes.find((name) => name === recipeName) ?? defaultSettings.recipe;
  const single = given.map(({ setting, values }) => [setting, values[0]] as const);
  const base = { ...recipeSettings[recipe], ...Object.fromEntries(single) };
  if (validationSplit === undefined) return base;
  const split = parseSetting('validationSplit', validationSplit);
  if ('error' in split) throw wrongUsage(`${validationSplit} is out of range`, split.error);
  return { ...base, validationSplit: split.value };
}

function readValues(setting: SweptSetting, typed: string): readonly SweptValue[] {
  const parsed = parseSweptValues(setting, typed);
  if ('values' in parsed) return parsed.values;
  throw wrongUsage(`${typed} cannot be swept`, parsed.error);
}

function wrongUsage(what: string, remedy: string): Problem {
  return new Problem(what, { remedy, exitCode: exitCodes.usage });
}
