import type { Command, OptionValues } from 'commander';
import {
  addCommonOptions,
  type CommandContext,
  type CommonOptions,
  runCommand,
} from './context.js';

/** Adds a command that takes what every command takes. */
export function subcommand(program: Command, name: string, description: string): Command {
  return addCommonOptions(program.command(name).description(description));
}

/** Runs a command's work with its options and those of all commands. */
export function perform<Options extends object>(
  command: Command,
  work: (context: CommandContext, options: Options) => Promise<number | undefined>,
): Promise<void> {
  const options = {
    ...command.optsWithGlobals<CommonOptions>(),
    ...command.opts<Options & OptionValues>(),
  };
  return runCommand(nameOf(command), options, (context) => work(context, options));
}

/** With those that it belongs to: `digitscope runs rename`. */
function nameOf(command: Command): string {
  const { parent } = command;
  return parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}
