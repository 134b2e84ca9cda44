import { type Command, Option } from 'commander';
import { balances, defaultSettings, recipes } from '../core/settings.js';
import { withDataOptions } from './data-commands.js';
import { ofRecipes } from './of-recipes.js';
import type { ResumeOptions } from './resume.js';
import { perform, subcommand } from './subcommand.js';
import type { SweepOptions } from './sweep.js';
import type { TrainOptions } from './train.js';

/** The commands that start runs, watch them, and do something to them. */
export function addRunCommands(program: Command): void {
  addTrain(program);
  addSweep(program);
  addControl(program);
  addHistory(program);
}

function addTrain(program: Command): void {
  withDataOptions(
    subcommand(program, 'train', 'train a model and save it in models/').option(
      '--data <source>',
      'a folder of folders 0..9, a file of samples, or the word mnist',
    ),
  )
    .addOption(
      new Option('--balance <how>', 'whether digits with few samples count for more').choices(
        balances,
      ),
    )
    .addOption(
      new Option('--recipe <name>', 'way of training')
        .choices(recipes)
        .default(defaultSettings.recipe),
    )
    .option('--epochs <n>', `epochs at most (${ofRecipes('epochs')})`)
    .option('--validation-split <share>', `share held back (${ofRecipes('validationSplit')})`)
    .option('--batch-size <n>', `samples a step (${ofRecipes('batchSize')})`)
    .option(
      '--learning-rate <rate>',
      `first, or highest for fast and robust (${ofRecipes('learningRate')})`,
    )
    .option('--seed <n>', `fixes split, shuffling and weights (${ofRecipes('seed')})`)
    .option('--name <name>', 'name of the model')
    .option('--from <model>', 'go on from the weights of this model')
    .option('--queue', 'wait for its turn where another run is under way')
    .option('--resume <run>', 'let this run go on instead')
    .option('--detach', 'leave the run to itself')
    .action((_: unknown, command: Command) =>
      perform(command, async (context, options: TrainOptions) =>
        (await import('./train.js')).train(context, options),
      ),
    );
}

function addSweep(program: Command): void {
  subcommand(program, 'sweep', 'train one run for each value of one or two settings')
    .requiredOption('--data <source>', 'a folder of folders 0..9, or the word mnist')
    .option('--learning-rate <rates>', 'one, or several as in 0.001,0.002')
    .option('--batch-size <sizes>', 'one or several')
    .option('--epochs <numbers>', 'one or several')
    .option('--recipe <names>', `one or several of ${recipes.join(', ')}`)
    .option('--seed <seeds>', 'one or several')
    .option('--validation-split <share>', `share held back (${ofRecipes('validationSplit')})`)
    .option('--name <name>', 'of the models, with a number for each')
    .option('--from <model>', 'go on from the weights of this model')
    .option('--detach', 'leave the runs to themselves')
    .action((_: unknown, command: Command) =>
      perform(command, async (context, options: SweepOptions) =>
        (await import('./sweep.js')).sweep(context, options),
      ),
    );
}

function addControl(program: Command): void {
  subcommand(program, 'attach', 'show a run from its beginning on')
    .argument('[run]', underWay)
    .action((run: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context) => (await import('./control-run.js')).attach(context, run)),
    );

  subcommand(program, 'pause', 'hold a run')
    .argument('[run]', underWay)
    .action((run: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context) => (await import('./control-run.js')).pause(context, run)),
    );

  subcommand(program, 'resume', 'let a run go on, from where it was saved if it has ended')
    .argument('<run>', 'a run by its name or title')
    .option('--detach', 'leave the run to itself')
    .action((run: string, _: unknown, command: Command) =>
      perform(command, async (context, options: ResumeOptions) =>
        (await import('./resume.js')).resume(context, run, options),
      ),
    );

  subcommand(program, 'stop', 'end a run, with its best weights saved as a model')
    .argument('[run]', underWay)
    .option('--now', 'at once, without a model; it can be resumed')
    .action((run: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context, options: { now?: true }) =>
        (await import('./control-run.js')).stop(context, run, options),
      ),
    );

  subcommand(program, 'change', 'change a run while it is under way')
    .argument('[run]', underWay)
    .option('--learning-rate <rate>', 'from the next step on')
    .option('--epochs <n>', 'of the whole run')
    .action((run: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context, options: { learningRate?: string; epochs?: string }) =>
        (await import('./control-run.js')).change(context, run, options),
      ),
    );
}

function addHistory(program: Command): void {
  const runs = subcommand(program, 'runs', 'list the runs, or do something to one').action(
    (_: unknown, command: Command) =>
      perform(command, async (context) => (await import('./runs.js')).runs(context)),
  );

  subcommand(runs, 'rename', 'say what to call a run')
    .argument('<run>', 'a run by its name or title')
    .argument('<title>', 'an empty one takes it away')
    .action((run: string, title: string, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./runs.js')).renameRun(context, run, title),
      ),
    );

  subcommand(runs, 'note', 'keep a note with a run')
    .argument('<run>', 'a run by its name or title')
    .argument('<note>', 'an empty one takes it away')
    .action((run: string, note: string, _: unknown, command: Command) =>
      perform(command, async (context) => (await import('./runs.js')).noteRun(context, run, note)),
    );

  subcommand(runs, 'delete', 'put a run away; it can be restored for a week')
    .argument('<run>', 'a run by its name or title')
    .action((run: string, _: unknown, command: Command) =>
      perform(command, async (context) => (await import('./runs.js')).deleteRun(context, run)),
    );

  subcommand(runs, 'restore', 'bring back a run that was put away')
    .argument('<run>', 'its name')
    .action((run: string, _: unknown, command: Command) =>
      perform(command, async (context) => (await import('./runs.js')).restoreRun(context, run)),
    );
}

const underWay = 'a run by its name or title; the one under way if left out';
