import { setTimeout as sleep } from 'node:timers/promises';
import { TerminalProgram } from '../../../test/support/terminal.js';
import { workerCommand } from '../../child.js';
import { type Contestant, type Figure, parseFigures } from '../../figures.js';
import { costOver } from './with-app.js';

const size = { columns: 120, rows: 40 };
const seconds = 20;
const updates = 20_000;

/** Four charts that all change with each update: more than any screen of the app does. */
export function chartWall(): Contestant[] {
  return [
    { name: 'four charts at 10 Hz', measure: tenPerSecond },
    { name: `four charts, ${updates} updates`, measure: manyUpdates },
  ];
}

async function tenPerSecond(): Promise<Figure[]> {
  const program = start(['--hertz', '10', '--updates', '1000']);
  try {
    await program.waitFor('update 20', { timeout: 60_000 });
    const cost = await costOver(program, seconds);
    const [subject, setting] = ['app kit', 'four charts at 10 Hz, 120x40'];
    return [
      { subject, setting, unit: 'KB/s', value: cost.kilobytesPerSecond },
      { subject, setting, unit: '% of a core', value: cost.cpuPercent },
    ];
  } finally {
    program.end();
  }
}

/** The program tells, once it has left the screen, what its heap has grown by. */
async function manyUpdates(): Promise<Figure[]> {
  const program = start(['--hertz', '1000', '--updates', String(updates)]);
  try {
    await program.exit({ timeout: 20 * 60_000 });
    await sleep(100);
    const lines = program.raw.slice(program.raw.lastIndexOf('\u001b[?1049l')).split(/\r?\n/);
    return parseFigures(lines.map((line) => line.slice(line.indexOf('{'))).join('\n'));
  } finally {
    program.end();
  }
}

function start(args: readonly string[]): TerminalProgram {
  return TerminalProgram.start({
    args: ['--expose-gc', ...workerCommand('chart-wall'), ...args],
    ...size,
  });
}
