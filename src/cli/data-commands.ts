import { type Command, Option } from 'commander';
import type { DataCommandOptions } from './data.js';
import type { MakeFolderOptions } from './make-folder.js';
import { ofRecipes } from './of-recipes.js';
import { perform, subcommand } from './subcommand.js';

/** The commands that say what there is to learn from. */
export function addDataCommands(program: Command): void {
  const data = withDataOptions(
    subcommand(program, 'data', 'say what a source of samples holds').argument(
      '[source]',
      'a folder of folders 0..9, a file of samples, mnist or mnist:test',
    ),
  )
    .option('--validation-split <share>', `share held back (${ofRecipes('validationSplit')})`)
    .option('--seed <n>', `fixes the split and what a limit leaves (${ofRecipes('seed')})`)
    .option('--skipped <file>', 'write the list of what was left out, as CSV')
    .option('--clear-cache', 'delete the packed copies of sources that were read before')
    .action((source: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context, options: DataCommandOptions) =>
        (await import('./data.js')).data(context, source, options),
      ),
    );

  subcommand(data, 'make-folder', 'write samples as a folder digits_jpeg of pictures')
    .argument('<source>', 'where the samples are from')
    .argument('<dir>', 'the folder to put it into, which is made where it is not there')
    .requiredOption('--per-class <n>', 'samples of each digit at most')
    .addOption(
      new Option('--format <kind>', 'of the pictures').choices(['jpeg', 'png']).default('jpeg'),
    )
    .option('--seed <n>', `which samples are drawn (${ofRecipes('seed')})`)
    .action((source: string, dir: string, _: unknown, command: Command) =>
      perform(command, async (context, options: MakeFolderOptions) =>
        (await import('./make-folder.js')).makeFolder(context, source, dir, options),
      ),
    );
}

/** What is learnt from besides the source, and what of it. */
export function withDataOptions(command: Command): Command {
  return command
    .option('--extra <source>', 'samples to add, such as your own; may be said again', collect)
    .option('--limit-per-class <n>', 'samples of each digit at most')
    .option('--test <source>', 'held-out samples for the finished model, none of them learnt from');
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
