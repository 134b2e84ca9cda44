import { programFile, Sandbox } from '../../test/support/sandbox.js';
import { TerminalProgram } from '../../test/support/terminal.js';
import type { Contestant, Figure } from '../figures.js';
import { percentile } from '../summary.js';

/**
 * Milliseconds from a key to the frame that shows what it did, in a pseudo-terminal: with nothing
 * else to do, and while the host of the same workspace trains as fast as it can.
 */
export function latency(): Contestant[] {
  return [
    { name: 'app at rest', measure: () => withApp(pressKeys('app at rest')) },
    {
      name: 'app while training',
      measure: () =>
        withApp((program, sandbox) =>
          whileTraining(sandbox, () => pressKeys('app while training')(program)),
        ),
    },
  ];
}

type Press = readonly [key: string, isDone: (screen: string[]) => boolean];

const selected = (row: string) => /› *Read the sample digits/.test(row);
const isHome = (row: string) => row.includes('What to do');

/** Each key changes the screen in a way that can be told from what changes by itself. */
const keys: Record<string, readonly [Press, Press]> = {
  'along a list': [
    ['down', (screen) => !screen.some(selected)],
    ['up', (screen) => screen.some(selected)],
  ],
  'to another screen': [
    ['6', (screen) => !screen.some(isHome)],
    ['1', (screen) => screen.some(isHome)],
  ],
};
const pressesEach = 200;

function pressKeys(subject: string) {
  return async (program: TerminalProgram): Promise<Figure[]> => {
    const figures: Figure[] = [];
    for (const [words, pair] of Object.entries(keys)) {
      const times: number[] = [];
      for (let press = 0; press < pressesEach; press++) {
        times.push(await millisecondsTo(program, pair[press % 2]));
        // Pauses of changing length, so that no timer of the app keeps step with the keys.
        await pause(40 + ((press * 13) % 40));
      }
      for (const share of [0.5, 0.95]) {
        const setting = `${words}, ${share * 100} of 100 keys within`;
        figures.push({ subject, setting, unit: 'ms', value: percentile(times, share) });
      }
    }
    return figures;
  };
}

async function millisecondsTo(program: TerminalProgram, [key, isDone]: Press): Promise<number> {
  const begin = performance.now();
  program.press(key);
  await program.waitUntil(isDone, { what: `what ${key} does` });
  return performance.now() - begin;
}

async function withApp(
  work: (program: TerminalProgram, sandbox: Sandbox) => Promise<Figure[]>,
): Promise<Figure[]> {
  const sandbox = await Sandbox.open();
  const { workspace: cwd, env } = sandbox;
  const program = TerminalProgram.start({ args: [programFile], cwd, env });
  try {
    await program.waitUntil((screen) => screen.some(selected), { timeout: 30_000, what: 'Home' });
    await pause(1000);
    return await work(program, sandbox);
  } finally {
    program.end();
    sandbox.close();
  }
}

/** Trains MNIST in the sandbox's host as long as the work takes. @throws where training ends first */
async function whileTraining<Result>(
  sandbox: Sandbox,
  work: () => Promise<Result>,
): Promise<Result> {
  const args = ['train', '--data', 'mnist', '--engine', 'native', '--epochs', '1000', '--json'];
  const training = sandbox.start(args);
  const closed = new Promise<void>((resolve) => training.once('close', () => resolve()));
  const ended = closed.then(() => {
    throw new Error('training ended before the keys did');
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
