import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { errorLine, exitCodes, Problem } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { EngineChoice } from '../host/protocol.js';
import { Workspace } from '../host/workspace.js';
import { createOutput, type Output } from './output.js';

/** What every command is given besides its own options. */
export interface CommandContext {
  workspace: Workspace;
  engine?: EngineChoice;
  output: Output;
  /** Aborted by Ctrl-C: the command then ends with what it has. */
  interrupted: AbortSignal;
  /** Attaches to the workspace's host; closed when the command ends. */
  connect: () => Promise<HostClient>;
}

export interface CommonOptions {
  workspace?: string;
  engine?: EngineChoice;
  json?: true;
  verbose?: true;
}

/** Adds the options that every command takes. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--workspace <dir>', 'folder with data, models and runs; this one if left out')
    .addOption(
      new Option('--engine <kind>', 'engine to use; the fastest that loads if left out').choices([
        'native',
        'portable',
      ]),
    )
    .option('--json', 'JSON lines on standard output')
    .option('--verbose', 'stack traces and all logs on standard error');
}

/**
 * Runs a command from its options to its exit code: a Problem becomes one line on standard error.
 *
 * @param name of the command, as people know it: `digitscope train`
 * @param work returns the exit code, 0 where it returns nothing
 */
export async function runCommand(
  name: string,
  options: CommonOptions,
  work: (context: CommandContext) => Promise<number | undefined>,
): Promise<void> {
  const interrupt = new AbortController();
  const clients: HostClient[] = [];
  const onSignal = () => {
    // The second one does not wait for anything.
    if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
    interrupt.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.stdout.on('error', () => process.exit(exitCodes.done));
  try {
    const workspace = openWorkspace(options.workspace);
    const code = await work({
      workspace,
      engine: options.engine,
      output: createOutput(options.json ? 'json' : 'lines'),
      interrupted: interrupt.signal,
      connect: async () => {
        const { HostClient } = await import('../host/client.js');
        const { clientName } = await import('../host/client-name.js');
        const client = await HostClient.connect(workspace, clientName(name));
        clients.push(client);
        return client;
      },
    });
    process.exitCode = interrupt.signal.aborted ? exitCodes.interrupted : (code ?? exitCodes.done);
  } catch (error) {
    if (interrupt.signal.aborted) process.exitCode = exitCodes.interrupted;
    else report(error, options);
  } finally {
    for (const client of clients) client.close();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** @throws Problem where the folder is not there */
export function openWorkspace(folder = '.'): Workspace {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Problem(`there is no folder ${folder}`, {
      remedy: 'make it, or choose another with --workspace',
      exitCode: exitCodes.usage,
    });
  }
  return new Workspace(folder);
}

/** Says an error on standard error and sets the exit code. */
export function report(error: unknown, { verbose }: CommonOptions): void {
  const details = verbose && error instanceof Error ? `\n${error.stack}` : '';
  process.stderr.write(`digitscope: ${errorLine(error)}${details}\n`);
  process.exitCode = error instanceof Problem ? error.exitCode : exitCodes.failed;
}
