import { access, constants } from 'node:fs/promises';
import { errorLine, exitCodes } from '../core/problem.js';
import { engineStatus } from '../engine/status.js';
import { hostAddress } from '../host/address.js';
import { programVersion } from '../host/workspace.js';
import { loadPreferences } from '../state/preferences-file.js';
import { currentCapabilities } from '../ui/terminal/capabilities.js';
import { describeTerminal, terminalFacts } from '../ui/terminal/terminal-facts.js';
import type { CommandContext } from './context.js';
import { describeEngine } from './engine.js';

/** Looks at everything that the program needs and says what is wrong with its remedy. */
export async function doctor({ workspace, output }: CommandContext): Promise<number> {
  const engine = await engineStatus();
  const writable = await isWritable(workspace.root);
  const models = await workspace.models.list();
  const damaged = await damagedModels(workspace.models, models);
  const terminal = terminalFacts(
    process.env,
    currentCapabilities(),
    loadPreferences(),
    process.stdout,
  );
  const problems = [
    ...(writable
      ? []
      : [`the workspace cannot be written to: choose another folder with --workspace`]),
    ...(models.length > damaged.length
      ? []
      : ['there is no usable model: train one with `digitscope train --data mnist`']),
    ...damaged,
  ];
  output.result(
    {
      ...engine,
      version: programVersion,
      workspace: workspace.root,
      writable,
      models: models.length - damaged.length,
      terminal,
      hostLog: hostAddress(workspace).log,
      problems,
    },
    [
      `digitscope ${programVersion} on Node ${process.versions.node}`,
      ...describeEngine(engine),
      ...describeTerminal(terminal),
      `workspace: ${workspace.root}, ${models.length - damaged.length} usable models`,
      `log of the host: ${hostAddress(workspace).log}, older ones beside it`,
      ...(problems.length === 0 ? ['all is well'] : problems.map((problem) => `! ${problem}`)),
    ],
  );
  return problems.length === 0 ? exitCodes.done : exitCodes.failed;
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Reads every model whole: a card may be fine where the weights are not. */
async function damagedModels(
  store: CommandContext['workspace']['models'],
  models: Awaited<ReturnType<typeof store.list>>,
): Promise<string[]> {
  const found = await Promise.all(
    models.map(({ folder }) =>
      store.load(folder).then(
        () => [],
        (error: unknown) => [errorLine(error)],
      ),
    ),
  );
  return found.flat();
}
