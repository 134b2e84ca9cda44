import type { Command, OptionValues } from 'commander';
import {
  addCommonOptions,
  type CommandContext,
  type CommonOptions,
  runCommand,
} from './context.js';

/** A command of the program, or of another command, with the options that every one takes. */
export function subcommand(parent: Command, name: string, description: string): Command {
  return addCommonOptions(parent.command(name).description(description));
}

/** Does a command's work with its options and those of the commands that it belongs to; its own come first. */
export function perform<Options extends object>(
  command: Command,
  work: (context: CommandContext, options: Options) => Promise<number | undefined>,
): Promise<void> {
  const options = optionsOf<Options>(command);
  return runCommand(nameOf(command), options, (context) => work(context, options));
}

function optionsOf<Options extends object>(command: Command): CommonOptions & Options {
  const above = command.parent ? optionsOf<Options>(command.parent) : {};
  return { ...above, ...command.opts<CommonOptions & Options & OptionValues>() };
}

/** With those that it belongs to: `digitscope runs rename`. */
function nameOf(command: Command): string {
  const { parent } = command;
  return parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}
