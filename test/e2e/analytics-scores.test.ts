import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

/** Training and scoring on a busy machine take their time. */
const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let sandbox: Sandbox;
let program: TerminalProgram;

beforeAll(async () => {
  sandbox = await Sandbox.open();
  await cp(join(programRoot, 'data', 'digits_jpeg'), sandbox.path('data', 'digits_jpeg'), {
    recursive: true,
  });
  const args = ['train', '--data', 'data/digits_jpeg', '--epochs', '2', '--name', 'tiny'];
  expect((await sandbox.run(args)).code).toBe(0);
});
afterEach(() => program.end());
afterAll(() => sandbox.close());

/** A person looks before the next key: longer than it takes to bring a screen up behind its first frame. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sleep(150);
    program.press(key);
  }
}

/** Opens a view of Analytics by its name. */
async function openView(name: string): Promise<void> {
  program = TerminalProgram.start({
    cwd: sandbox.workspace,
    args: [programFile],
    env: sandbox.env,
  });
  await program.waitFor(/last run +tiny/, patience);
  await press('5');
  await program.waitFor(/›Curves .* tiny/);
  await sleep(150);
  program.clickOn(name);
}

/** From wherever the cursor is to the first cell of the matrix. */
async function goToFirstCell(): Promise<void> {
  for (const key of ['k', 'h']) {
    for (let times = 0; times < 9; times += 1) {
      program.press(key);
      await sleep(30);
    }
  }
  await program.waitFor(/› 0 read as 0: \d+ of/);
}

async function leave(): Promise<void> {
  await press('q');
  expect(await program.exit()).toEqual({ code: 0, signal: 0 });
}

it('walks from the scores to a cell, a sample, why, and back to where it was', async () => {
  await openView('Scores');
  await program.waitFor(/accuracy +\d+\.\d\d %/, patience);
  await program.waitFor('validation of …ta/digits_jpeg');
  expect(program.screen()).toHaveLength(24);

  // The diagonal: the first digit has right answers after two epochs.
  await goToFirstCell();
  await press('enter');
  await program.waitFor(/0 read as 0 ─.* 1 to \d+ of \d+, the surest first/);
  await program.waitFor(/›✓ 0 \d+\.\d %/);
  await press('right', 'enter');
  await program.waitFor(/0, read right with .* 2 of \d+/);
  await program.waitFor(/nearest of 800 training samples/, patience);
  await program.waitFor(/\d at \d\.\d\d/);
  await program.waitFor(/data\/digits_jpeg\/0\/\d+\.jpg/);

  await press('w');
  await program.waitFor(/It hangs most on its/, patience);
  await program.waitFor('A dark 7x7 square');
  await press('v');
  await program.waitFor(/conv1, 1 of 3: 26x26, channels 1 to 10 of 32/);
  await press('down');
  await program.waitFor(/conv2, 2 of 3: 11x11/);
  await press('escape');
  await program.waitFor(/nearest of 800/);
  await press('n');
  await program.waitFor(/ 3 of \d+/);
  await press('escape');
  await program.waitFor('Enter large');
  await press('escape');
  await program.waitFor(/› 0 read as 0/);
  await leave();
});

it('moves the threshold, says what it costs, and shows what is not served', async () => {
  await openView('Calibration');
  await program.waitFor(/at 0\.90: answers \d+\.\d %/, patience);
  await program.waitFor(/expected error +\d+\.\d\d %/);
  await press('right');
  await program.waitFor('at 0.91: answers');
  await press('left', 'left');
  await program.waitFor('at 0.85: answers');
  await press('enter');
  await program.waitFor('Wrong at 0.85 and above, then held back');
  await press('escape');
  await program.waitFor('at 0.85: answers');
  await press('escape');
  await program.waitFor('What to do');
  await leave();
});

it('says that a file was deleted meanwhile, and scores other samples', async () => {
  await openView('Scores');
  await program.waitFor(/accuracy +\d+\.\d\d %/, patience);
  await press('s');
  await program.waitFor('Samples to score');
  await press('down', 'down', 'down', 'down', 'enter');
  await program.waitFor('all of data/digits_jpeg', patience);
  await goToFirstCell();
  await press('enter', 'end');
  await program.waitFor(/of \d+, the surest first/);
  await rm(sandbox.path('data', 'digits_jpeg', '0'), { recursive: true });
  await press('enter');
  await program.waitFor(/✗ .*\.jpg/);
  await program.waitFor(/0, read right with/);
  // One side of a split is no longer what it was.
  await press('escape');
  await program.waitFor(/of \d+, the surest first/);
  await press('escape');
  await program.waitFor('label down');
  await press('s');
  await program.waitFor('Samples to score');
  await press('up', 'up', 'up', 'up', 'enter');
  await program.waitFor('has changed since the training', patience);
  await leave();
});
