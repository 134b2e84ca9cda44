import type { TerminalProgram } from '../../../test/support/terminal.js';
import type { Contestant, Figure } from '../../figures.js';
import { percentile } from '../../summary.js';
import { whileTraining, withApp, withSandbox } from './with-app.js';

/**
 * Milliseconds from a key to the frame that shows what it did, in a pseudo-terminal: with nothing
 * else to do, and while the host of the same workspace trains as fast as it can.
 */
export function keys(): Contestant[] {
  return [
    {
      name: 'app at rest',
      measure: () => withSandbox((sandbox) => withApp(sandbox, pressKeys('app at rest'))),
    },
    {
      name: 'app while training',
      measure: () =>
        withSandbox((sandbox) =>
          whileTraining(sandbox, () => withApp(sandbox, pressKeys('app while training'))),
        ),
    },
  ];
}

type Press = readonly [key: string, isDone: (screen: string[], before: string[]) => boolean];

const highlighted = (screen: string[]) => screen.findIndex((row) => row.includes('› '));
const hasMoved = (screen: string[], before: string[]) =>
  highlighted(screen) !== highlighted(before);
const isHome = (row: string) => row.includes('What to do');
const isTraining = (row: string) => /Sources found|Step loss/.test(row);

/** Each key changes the screen in a way that can be told from what changes by itself. */
const pairs: Record<string, readonly [Press, Press]> = {
  'along a list': [
    ['down', hasMoved],
    ['up', hasMoved],
  ],
  'to another screen': [
    ['6', (screen) => !screen.some(isHome)],
    ['1', (screen) => screen.some(isHome)],
  ],
  'to Training and back': [
    ['2', (screen) => screen.some(isTraining)],
    ['1', (screen) => screen.some(isHome)],
  ],
};
const pressesEach = 200;

function pressKeys(subject: string) {
  return async (program: TerminalProgram): Promise<Figure[]> => {
    const figures: Figure[] = [];
    for (const [words, pair] of Object.entries(pairs)) {
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
  const before = program.screen();
  const begin = performance.now();
  program.press(key);
  await program.waitUntil((screen) => isDone(screen, before), { what: `what ${key} does` });
  return performance.now() - begin;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
