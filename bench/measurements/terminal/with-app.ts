import { setTimeout as sleep } from 'node:timers/promises';
import { programFile, Sandbox } from '../../../test/support/sandbox.js';
import { TerminalProgram } from '../../../test/support/terminal.js';
import { processorSeconds } from './process-cost.js';

export interface Size {
  columns: number;
  rows: number;
}

/** Runs the app on Home in a workspace as long as the work takes. */
export async function withApp<Result>(
  { workspace: cwd, env }: Sandbox,
  work: (program: TerminalProgram) => Promise<Result>,
  size: Size = { columns: 80, rows: 24 },
): Promise<Result> {
  const program = TerminalProgram.start({ args: [programFile], cwd, env, ...size });
  try {
    await program.waitFor('What to do', { timeout: 30_000 });
    await sleep(1000);
    return await work(program);
  } finally {
    program.end();
  }
}

/** A workspace of its own as long as the work takes. */
export async function withSandbox<Result>(
  work: (sandbox: Sandbox) => Promise<Result>,
): Promise<Result> {
  const sandbox = await Sandbox.open();
  try {
    return await work(sandbox);
  } finally {
    sandbox.close();
  }
}

export interface Cost {
  kilobytesPerSecond: number;
  /** Of one core. */
  cpuPercent: number;
}

/** What a program writes and takes while it is left alone for so many seconds. */
export async function costOver(program: TerminalProgram, seconds: number): Promise<Cost> {
  const before = { bytes: program.raw.length, cpu: processorSeconds(program.pid) };
  const begin = performance.now();
  await sleep(seconds * 1000);
  const took = (performance.now() - begin) / 1000;
  const written = Buffer.byteLength(program.raw.slice(before.bytes));
  return {
    kilobytesPerSecond: written / 1000 / took,
    cpuPercent: ((processorSeconds(program.pid) - before.cpu) / took) * 100,
  };
}

/** Trains MNIST in the sandbox's host as long as the work takes. @throws where training ends first */
export async function whileTraining<Result>(
  sandbox: Sandbox,
  work: () => Promise<Result>,
): Promise<Result> {
  const args = ['train', '--data', 'mnist', '--engine', 'native', '--epochs', '1000', '--json'];
  const training = sandbox.start(args);
  const closed = new Promise<void>((resolve) => training.once('close', () => resolve()));
  const ended = closed.then(() => {
    throw new Error('training ended before the measurement did');
  });
  try {
    await Promise.race([trainingBegun(training.stdout), ended]);
    return await Promise.race([work(), ended]);
  } finally {
    ended.catch(() => undefined);
    training.kill('SIGTERM');
    await closed;
  }
}

function trainingBegun(output: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    output.on('data', (chunk) => {
      if (String(chunk).includes('"progress"')) resolve();
    });
  });
}
