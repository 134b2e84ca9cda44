import { type Command, Option } from 'commander';
import { pixelScales } from '../core/pixel-reading.js';
import { takenValues } from '../model/formats/exported-model.js';
import { type ExportOptions, exportTargets } from './export.js';
import type { ImportOptions } from './import.js';
import { perform, subcommand } from './subcommand.js';

/** The commands that are about models: what is there, what is done with them, and models in and out. */
export function addModelCommands(program: Command): void {
  const models = subcommand(program, 'models', 'list the models, or do something with one').action(
    (_: unknown, command: Command) =>
      perform(command, async (context) => (await import('./models/list.js')).listModels(context)),
  );

  subcommand(models, 'inspect', 'say what a model is: its card, layers, shapes and parameters')
    .argument('<model>')
    .action((model: string, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./models/inspect.js')).inspectModel(context, model),
      ),
    );

  subcommand(models, 'rename', 'give a model another name')
    .argument('<model>')
    .argument('<name>')
    .action((model: string, name: string, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./models/change.js')).renameModel(context, model, name),
      ),
    );

  subcommand(models, 'delete', 'put a model away; it can be brought back for a week')
    .argument('<model>')
    .action((model: string, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./models/change.js')).deleteModel(context, model),
      ),
    );

  subcommand(models, 'restore', 'bring a deleted model back')
    .argument('<model>')
    .action((model: string, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./models/change.js')).restoreModel(context, model),
      ),
    );

  subcommand(models, 'default', 'use a model where none is named')
    .argument('[model]', 'left out, the cards of the models say it again')
    .action((model: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./models/change.js')).chooseModel(context, model),
      ),
    );

  subcommand(models, 'verify', 'compare the files of models with the checksums of their cards')
    .argument('[model]', 'all of them if left out')
    .action((model: string | undefined, _: unknown, command: Command) =>
      perform(command, async (context) =>
        (await import('./models/verify.js')).verifyModels(context, model),
      ),
    );

  subcommand(program, 'import', 'bring in a model of Keras or TensorFlow.js')
    .argument('<file>', 'an .h5, a .keras, or the folder or model.json of a layers model')
    .option('--name <name>', 'name of the model; that of the file if left out')
    .option('--inverted', 'it reads dark strokes on light; found by the check if left out')
    .option('--no-inverted', 'it reads light strokes on dark')
    .addOption(
      new Option(
        '--scale <range>',
        'what it takes a pixel as, 0 to 1, 0 to 255 or -1 to 1; found by the check if left out',
      ).choices(pixelScales),
    )
    .option('--classes <digits>', 'digit of each of its outputs: 1,2,3,4,5,6,7,8,9,0')
    .option('--network <model>', 'model whose network the weights are for, where the file has none')
    .option('--check <source>', 'labelled samples to try it on; 1,000 of mnist:test if left out')
    .option('--no-check', 'do not try it')
    .action((file: string, _: unknown, command: Command) =>
      perform(command, async (context, options: ImportOptions) =>
        (await import('./import.js')).importModel(context, file, options),
      ),
    );

  subcommand(program, 'export', 'write a model for other programs')
    .argument('<model>')
    .argument(
      '<file>',
      'an .h5 or .keras for keras, an .onnx, a new folder for tfjs and savedmodel',
    )
    .addOption(
      new Option('--to <format>', 'what to write').choices(exportTargets).makeOptionMandatory(),
    )
    .addOption(
      new Option('--takes <values>', 'pixels of 0 to 1 as the network has them, or bytes').choices(
        takenValues,
      ),
    )
    .option('--force', 'replace what is there')
    .action((model: string, file: string, _: unknown, command: Command) =>
      perform(command, async (context, options: ExportOptions) =>
        (await import('./export.js')).exportModel(context, model, file, options),
      ),
    );
}
