import { Argument, Command, Option } from 'commander';
import { type PreferenceName, preferenceChoices } from '../core/preferences.js';
import { exitCodes } from '../core/problem.js';
import { programVersion } from '../host/workspace.js';
import type { AppOptions } from './app-options.js';
import { addCommonOptions, runCommand } from './context.js';
import { addDataCommands } from './data-commands.js';
import type { HostCommandOptions, HostTask } from './host.js';
import { addModelCommands } from './model-commands.js';
import type { PredictOptions } from './predict.js';
import type { ReportOptions } from './report.js';
import { addRunCommands } from './run-commands.js';
import { perform, subcommand } from './subcommand.js';

/**
 * All commands. What a command needs is loaded when it is called.
 *
 * @param openApp opens the full screen, where there is a terminal for it
 */
export function createProgram(openApp: (options: AppOptions) => Promise<void>): Command {
  const program = addCommonOptions(
    new Command('digitscope')
      .description('A full-screen terminal lab for handwritten digits.')
      .version(programVersion)
      .exitOverride(({ exitCode, code }) => {
        // Help and version end with 0; everything else that commander refuses is wrong usage.
        process.exit(exitCode === 0 || code === 'commander.help' ? 0 : exitCodes.usage);
      })
      .showHelpAfterError('(--help says more)')
      .option('--stage', 'open the app for a projector: little, and large')
      .addOption(choice('--theme <name>', 'colours of the app', 'theme'))
      .addOption(choice('--pictures <kind>', 'how the app draws pictures', 'pictures'))
      .addOption(choice('--signs <set>', 'signs that the font has', 'signs'))
      .option('--no-mouse', 'leave the mouse to the terminal')
      .action((options: AppOptions) => begin(options, openApp)),
  );

  addRunCommands(program);

  subcommand(program, 'predict', 'read the digits of pictures')
    .argument('<path...>', 'files, folders, or - for a picture on standard input')
    .option('--model <name>', 'model to read with; the most accurate if left out')
    .option('--number', 'read whole numbers of several digits too')
    .option('--explain', 'tell what was done to each picture, stage by stage')
    .option(
      '--reject-above <doubt>',
      "mark as no digits the answers whose notADigit is above it, 0 to 1; the model's own threshold if left out",
    )
    .option('--csv <file>', 'write the answers to this file too')
    .action((paths: string[], _: unknown, command: Command) =>
      perform(command, async (context, options: PredictOptions) =>
        (await import('./predict.js')).predict(context, paths, options),
      ),
    );

  subcommand(program, 'evaluate', 'score a model on labelled samples')
    .argument('<source>', 'a folder of folders 0..9, a file of samples, mnist or mnist:test')
    .option('--model <name>', 'model to score; the most accurate if left out')
    .action((source: string, _: unknown, command: Command) =>
      perform(command, async (context, options: { model?: string }) =>
        (await import('./evaluate.js')).evaluate(context, source, options),
      ),
    );

  addDataCommands(program);

  addModelCommands(program);

  subcommand(program, 'report', 'write a page about a run or a model, and its tables')
    .argument('<run>', 'a run, or a model without one')
    .requiredOption('--out <file>', 'the page, one HTML file; a report that is there is replaced')
    .option('--csv <dir>', 'write the tables as CSV into this folder too')
    .option('--data <source>', 'labelled samples to score; those held back in training if left out')
    .option('--model <name>', 'model to score; the best weights of the run if left out')
    .option('--force', 'replace files that are no report of ours')
    .action((run: string, _: unknown, command: Command) =>
      perform(command, async (context, options: ReportOptions) =>
        (await import('./report.js')).report(context, run, options),
      ),
    );

  subcommand(program, 'engine', 'show or install the engine')
    .addArgument(new Argument('[task]').choices(['status', 'install']).default('status'))
    .action((task: 'status' | 'install', _: unknown, command: Command) =>
      perform(command, async (context) => {
        const { installNative, showEngine } = await import('./engine.js');
        return task === 'install' ? installNative(context) : showEngine(context);
      }),
    );

  subcommand(program, 'doctor', 'look for what is wrong here').action(
    (_: unknown, command: Command) =>
      perform(command, async (context) => (await import('./doctor.js')).doctor(context)),
  );

  subcommand(
    program,
    'host',
    'serve a workspace (commands start it by themselves), or ask its host',
  )
    .addArgument(
      new Argument('[task]', 'serve it, say what serves it, or end that')
        .choices(['serve', 'status', 'stop'])
        .default('serve'),
    )
    .option('--linger <seconds>', 'how long it stays while nobody needs it', defaultLinger())
    .option('--now', 'stop it although a run is under way, whose best weights are saved')
    .action((task: HostTask, _: unknown, command: Command) =>
      perform(command, async (context, options: HostCommandOptions) =>
        (await import('./host.js')).host(context, task, options),
      ),
    );

  return program;
}

function choice(flags: string, description: string, name: PreferenceName): Option {
  return new Option(flags, description).choices(preferenceChoices[name]);
}

/** Seconds; tests set it to keep no host behind. */
function defaultLinger(): string {
  return process.env.DIGITSCOPE_LINGER ?? '60';
}

async function begin(
  options: AppOptions,
  openApp: (options: AppOptions) => Promise<void>,
): Promise<void> {
  const { currentCapabilities } = await import('../ui/terminal/capabilities.js');
  if (!options.json && currentCapabilities().fullScreen) return openApp(options);
  await runCommand('digitscope', options, async (context) =>
    (await import('./overview.js')).overview(context),
  );
}
