import { programFile, type Sandbox } from '../../../test/support/sandbox.js';
import { TerminalProgram } from '../../../test/support/terminal.js';
import type { Figure } from '../../figures.js';
import { median } from '../../summary.js';
import { withSandbox } from './with-app.js';

const starts = 10;

/** Milliseconds to the app's first full frame after Node itself is up, with no host running. */
export async function firstFrame(): Promise<Figure[]> {
  const node: number[] = [];
  const frame: number[] = [];
  // In turns: a busy moment hits both.
  for (let start = 0; start < starts; start++) {
    node.push(await withSandbox(millisecondsToNode));
    frame.push(await withSandbox(millisecondsToFrame));
  }
  const figure = (setting: string, value: number): Figure => {
    return { subject: 'app at rest', setting, unit: 'ms', value };
  };
  return [
    figure('Node alone, up to a line printed', median(node)),
    figure('start to first full frame', median(frame)),
    figure('first full frame after Node is up', median(frame) - median(node)),
  ];
}

function millisecondsToNode(sandbox: Sandbox): Promise<number> {
  return millisecondsTo(sandbox, ['-e', 'console.log("up")'], 'up');
}

/** The menu is the last part of Home that is drawn. */
function millisecondsToFrame(sandbox: Sandbox): Promise<number> {
  return millisecondsTo(sandbox, [programFile], 'What to do');
}

async function millisecondsTo(
  { workspace: cwd, env }: Sandbox,
  args: readonly string[],
  shown: string,
): Promise<number> {
  const begin = performance.now();
  const program = TerminalProgram.start({ args, cwd, env });
  try {
    await program.waitFor(shown, { timeout: 30_000 });
    return performance.now() - begin;
  } finally {
    program.end();
  }
}
