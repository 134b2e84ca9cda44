import { setTimeout as sleep } from 'node:timers/promises';
import type { TerminalProgram } from '../../../test/support/terminal.js';
import type { Figure } from '../../figures.js';
import { type Cost, costOver, whileTraining, withApp, withSandbox } from './with-app.js';

const seconds = 20;
const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

/** What the app costs that shows a training at full speed. */
export async function liveTraining(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const cost = await withSandbox((sandbox) =>
      whileTraining(sandbox, () => withApp(sandbox, watchTraining, size)),
    );
    const subject = 'app while training';
    const setting = `live screen, ${size.columns}x${size.rows}`;
    figures.push(
      { subject, setting, unit: '% of a core', value: cost.cpuPercent },
      { subject, setting, unit: 'KB/s', value: cost.kilobytesPerSecond },
    );
  }
  return figures;
}

async function watchTraining(program: TerminalProgram): Promise<Cost> {
  program.press('2');
  await program.waitFor('Step loss', { timeout: 30_000 });
  await sleep(2000);
  return costOver(program, seconds);
}
