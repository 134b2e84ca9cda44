import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programFile, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

/** Training on a busy machine takes its time. */
const patience = { timeout: 60_000 };
const run = 'digits_jpeg-fast';

let sandbox: Sandbox;
let programs: TerminalProgram[];

beforeEach(async () => {
  sandbox = await Sandbox.open();
  programs = [];
});
afterEach(() => {
  for (const program of programs) program.end();
  sandbox.close();
});

async function open(): Promise<TerminalProgram> {
  const program = TerminalProgram.start({
    args: [programFile],
    cwd: sandbox.workspace,
    env: sandbox.env,
    columns: 80,
    rows: 24,
  });
  programs.push(program);
  await program.waitFor('What to do', patience);
  return program;
}

/** A run that goes on for as long as a test takes. */
async function train(program: TerminalProgram): Promise<void> {
  program.press('2');
  await program.waitFor('Sources found');
  program.press('right');
  await program.waitFor(/› .*digits_jpeg/);
  program.press('down');
  program.press('right');
  await program.waitFor(/recipe +fast/);
  program.press('down');
  program.press('enter');
  await program.waitFor('Enter keeps');
  for (const digit of '900') program.press(digit);
  await program.waitFor(/› epochs +900 /);
  program.press('enter');
  await program.waitFor('Enter types one');
  program.press('r');
  await program.waitFor(/epoch 2: validation/, patience);
}

async function watch(program: TerminalProgram): Promise<void> {
  await program.waitFor('a run is under way', patience);
  program.press('2');
  await program.waitFor(`╭ ${run} `);
}

/** What the curves say of the first epoch: they begin there. */
async function firstEpoch(program: TerminalProgram): Promise<string> {
  program.press('home');
  await program.waitFor(/epoch +1 of \d+/);
  const figures = program.text.match(/val\. loss +[\d.]+/)?.[0] ?? 'none';
  program.press('escape');
  // What is pressed before the cursor has gone would be one key with Escape.
  await program.waitFor(/time +\d/);
  return figures;
}

const epochOf = (program: TerminalProgram) =>
  Number(program.text.match(/epoch +(\d+)\/900/)?.[1] ?? Number.NaN);

it('goes on when one leaves it, and has its whole curve when one comes back', async () => {
  const program = await open();
  await train(program);
  const before = await firstEpoch(program);
  const left = epochOf(program);
  program.press('q');
  await program.waitFor('goes on without you');
  program.press('enter');
  expect((await program.exit(patience)).code).toBe(0);
  expect(program.raw).toContain(`${run} goes on training. To come back to it: digitscope`);

  const again = await open();
  await watch(again);
  expect(await firstEpoch(again)).toBe(before);
  await again.waitUntil(() => epochOf(again) > left, { ...patience, what: 'a later epoch' });
});

it.each(['SIGKILL', 'SIGHUP'] as const)('goes on when the app ends by %s', async (signal) => {
  const program = await open();
  await train(program);
  const before = await firstEpoch(program);
  const left = epochOf(program);
  program.signal(signal);
  await program.exit(patience);

  const again = await open();
  await watch(again);
  await again.waitUntil(() => epochOf(again) > left, { ...patience, what: 'a later epoch' });
  expect(await firstEpoch(again)).toBe(before);
});

it('is paused, changed, let go on, stopped with its best weights, and resumed', async () => {
  const program = await open();
  await train(program);
  program.press('p');
  await program.waitFor(/‖ paused since \d\d:\d\d:\d\d/, patience);
  const at = epochOf(program);
  program.press('L');
  await program.waitFor('halves it');
  program.press('down');
  await program.waitFor('times what it was');
  program.press('enter');
  await program.waitFor(/◆ learning rate [\d.e-]+ → [\d.e-]+/, patience);
  expect(epochOf(program)).toBe(at);

  program.press('p');
  await program.waitFor('▸ goes on', patience);
  await program.waitUntil(() => epochOf(program) > at, { ...patience, what: 'a later epoch' });
  program.press('s');
  await program.waitFor('save the best weights as a model');
  program.press('enter');
  await program.waitFor(/Stopped after \d+ epochs/, patience);
  expect(readdirSync(sandbox.path('models', run))).toContain('card.json');

  await program.waitFor('R resume', patience);
  program.press('R');
  await program.waitFor(/▸ goes on (after|from) epoch/, patience);
});

it('is resumed by a key when its host has died, with the same curve', async () => {
  const program = await open();
  await train(program);
  const before = await firstEpoch(program);
  process.kill(sandbox.hostPid, 'SIGKILL');
  await program.waitFor('the host ended during the run: R resumes it', patience);
  await program.waitUntil((rows) => !rows[0].includes('host lost'), patience);
  program.press('R');
  await program.waitFor(/▸ goes on (after|from) epoch/, patience);
  expect(await firstEpoch(program)).toBe(before);
});

it('is offered to be resumed to who opens the app after its host has died', async () => {
  const program = await open();
  await train(program);
  program.signal('SIGKILL');
  process.kill(sandbox.hostPid, 'SIGKILL');
  await program.exit(patience);

  const again = await open();
  await again.waitFor(`✗ ${run} was interrupted: R resumes it`, patience);
  again.press('R');
  await again.waitFor(`╭ ${run} `, patience);
  await again.waitFor(/▸ goes on (after|from) epoch/, patience);
});

it('is seen by all who watch it, and takes nobody from the settings', async () => {
  const other = await open();
  other.press('2');
  await other.waitFor('Sources found');
  const program = await open();
  await train(program);
  await other.waitFor(`● ${run} is training`, patience);
  expect(other.text).toMatch(/› source +mnist/);

  program.press('p');
  await program.waitFor('‖ paused since', patience);
  await other.waitFor(`‖ ${run} is paused: v shows it`, patience);
  other.press('v');
  await other.waitFor('‖ paused since');
  other.press('p');
  await program.waitFor('▸ goes on', patience);
});
