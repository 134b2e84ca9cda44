import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodePng } from '../../src/vision/encode.js';
import { programFile, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';
import { pasted, row } from '../vision/number/pasted.js';

const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000 });

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
  const first = await row('548', { left: 40, top: 30, height: 60, gap: 14 });
  const second = await row('625', { left: 60, top: 120, height: 60, gap: 14 });
  const sheet = await pasted([...first, ...second], { width: 300, height: 220 });
  await writeFile(sandbox.path('lines.png'), await encodePng(sheet));
  const one = await pasted(await row('7', { left: 60, top: 40, height: 90, gap: 0 }), {
    width: 200,
    height: 180,
  });
  await writeFile(sandbox.path('seven.png'), await encodePng(one));
});
afterEach(() => {
  program.end();
  sandbox.close();
});

async function open(columns: number, rows: number): Promise<void> {
  program = TerminalProgram.start({
    args: [programFile],
    cwd: sandbox.workspace,
    env: sandbox.env,
    columns,
    rows,
  });
  await program.waitFor('What to do', patience);
  program.press('3');
  await program.waitFor('o  opens');
}

it.each([
  [80, 24],
  [120, 40],
])('a number in two lines is noticed, read and shown at %ix%i', async (columns, rows) => {
  await open(columns, rows);
  program.paste(sandbox.path('lines.png'));
  await program.waitFor(/several digits\?/, patience);
  program.press('w');
  await program.waitFor(/Whole number/, patience);
  await program.waitFor(/% together/, patience);
  await program.waitFor('6 digits in 2 lines');
  await program.waitFor(/5 \d+.* 4 \d+.* 8 \d+.* 6 \d+.* 2 \d+/s);
  program.press('w');
  await program.waitFor('28x28, what it sees');
  program.press('e');
  await program.waitFor(/saved: .*results/);
  const [file] = readdirSync(sandbox.path('results'));
  expect(file).toMatch(/^lines\.png-\d{8}-\d{6}\.csv$/);
  expect(readFileSync(sandbox.path('results', file), 'utf8')).toMatch(/^file,digit,confidence/);
});

it.each([
  [80, 24],
  [120, 40],
])('the X-ray goes through the stages at %ix%i', async (columns, rows) => {
  await open(columns, rows);
  program.paste(sandbox.path('seven.png'));
  await program.waitFor(/seven +\d+\.\d %/, patience);
  program.press('x');
  await program.waitFor(/1\/\d+ grey: 200x180, upright, as grey/, patience);
  await program.waitFor(/dark on light, digit \d+x\d+ at \d+, \d+, strokes \d+\.\d pixels wide/);
  program.press('x');
  await program.waitFor(/2\/\d+ \w+: /);
  program.press('down');
  await program.waitFor(/3\/\d+ \w+: /);
  program.press('up');
  await program.waitFor(/2\/\d+ \w+: /);
  program.press('escape');
  await program.waitFor('28x28, what it sees');
});
