import { setTimeout as sleep } from 'node:timers/promises';
import type { TerminalProgram } from '../../../test/support/terminal.js';
import type { Contestant, Figure } from '../../figures.js';
import { percentile } from '../../summary.js';
import { whileTraining, withApp, withSandbox } from './with-app.js';

/**
 * Milliseconds from a stroke of the mouse on the drawing pad, or from taking it back, to the frame with the bars of
 * the new answer: with nothing else to do, and while the host that answers trains as fast as it can.
 */
export function strokes(): Contestant[] {
  return [
    {
      name: 'drawing pad at rest',
      measure: () => withSandbox((sandbox) => withApp(sandbox, draw('app at rest'))),
    },
    {
      name: 'drawing pad while training',
      measure: () =>
        withSandbox((sandbox) =>
          whileTraining(sandbox, () => withApp(sandbox, draw('app while training'))),
        ),
    },
  ];
}

/** On a screen of 80x24: a one, and what makes a seven of it. */
const one = [
  [28, 5],
  [21, 18],
] as const;
const bar = [
  [12, 5],
  [28, 5],
] as const;

const strokesEach = 200;
const isRead = (digit: number) => (screen: string[]) =>
  screen.some((row) => row.includes(`›${digit} █`));

function draw(subject: string) {
  return async (program: TerminalProgram): Promise<Figure[]> => {
    program.press('4');
    await program.waitFor('Drawing pad', { timeout: 30_000 });
    program.press('d');
    await program.waitFor('what it sees', { timeout: 30_000 });
    program.drag(one);
    await program.waitUntil(isRead(1), { timeout: 30_000, what: 'a one' });
    const times: number[] = [];
    for (let stroke = 0; stroke < strokesEach; stroke++) {
      const isNew = stroke % 2 === 0;
      const begin = performance.now();
      if (isNew) program.drag(bar);
      else program.press('u');
      await program.waitUntil(isRead(isNew ? 7 : 1), { what: 'the bars of the new answer' });
      times.push(performance.now() - begin);
      // Pauses of changing length, so that no timer of the app keeps step with the strokes.
      await sleep(40 + ((stroke * 13) % 40));
    }
    return [0.5, 0.95].map((share) => ({
      subject,
      setting: `stroke to painted bars, ${share * 100} of 100 within`,
      unit: 'ms',
      value: percentile(times, share),
    }));
  };
}
