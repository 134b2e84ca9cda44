import { afterEach, beforeEach, it, vi } from 'vitest';
import { drawDataset, programFile, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

/** Training on a busy machine takes its time. */
const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 180_000 });

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  await drawDataset(sandbox.path('digits'), { digits, perClass: 5 });
  for (const [name, rate] of [
    ['slow', '0.001'],
    ['quick', '0.01'],
  ]) {
    await sandbox.run(
      `train --data digits --epochs 2 --name ${name} --learning-rate ${rate}`.split(' '),
    );
  }
  program = TerminalProgram.start({
    args: [programFile],
    cwd: sandbox.workspace,
    env: sandbox.env,
    columns: 80,
    rows: 24,
  });
  await program.waitFor('What to do', patience);
  await program.waitFor(/model +mnist-robust/, patience);
});
afterEach(() => {
  program.end();
  sandbox.close();
});

async function type(text: string): Promise<void> {
  for (const letter of text) program.press(letter === ' ' ? 'space' : letter);
}

/** Fills the settings in with those of a run in the list, and the epochs with a number. */
async function settingsLike(run: string, epochs: string): Promise<void> {
  program.press('H');
  await program.waitFor('All runs');
  program.press('/');
  await type(run);
  program.press('enter');
  await program.waitFor(new RegExp(`╭ ${run} ─`));
  program.press('a');
  await program.waitFor('› source');
  program.press('down');
  program.press('down');
  program.press('enter');
  await type(epochs);
  program.press('enter');
  await program.waitFor(new RegExp(`epochs +${epochs} `));
}

it('renames, deletes, brings back and compares runs by keyboard alone', async () => {
  program.press('H');
  await program.waitFor('2 runs, newest first');
  program.press('e');
  await program.waitFor('Enter without a name');
  await type('Fast rate');
  program.press('enter');
  await program.waitFor(/╭ Fast rate ─+ runs\/quick/);

  program.press('d');
  await program.waitFor('Fast rate is put away: u brings it back');
  await program.waitFor('1 run, newest first');
  program.press('u');
  await program.waitFor('Fast rate is back');
  await program.waitFor('2 runs, newest first');

  program.press('space');
  program.press('space');
  await program.waitFor('2 marked');
  program.press('c');
  await program.waitFor(/a ━.+Fast rate +\d.+ %.+0\.01 /);
  await program.waitFor(/b ┄.+slow +\d.+ %.+0\.001 /);
  program.press('left');
  await program.waitFor('at epoch 2');
  program.press('escape');
  await program.waitFor('read the curves');
  program.press('escape');
  await program.waitFor('All runs');
});

it('lets two runs wait behind one, changes their places and takes one out', async () => {
  await settingsLike('slow', '1000');
  program.press('r');
  await program.waitFor(/epoch +\d+\/1000/, patience);
  program.press('d');
  await program.waitFor('v shows it');
  program.press('r');
  await program.waitFor('file this one after it?');
  program.press('y');
  await program.waitFor(', 1 waits', patience);
  program.press('r');
  await program.waitFor(', 2 wait', patience);
  program.press('W');
  await program.waitFor(/1 +digits-classic-2 [\s\S]+2 +digits-classic-3 /);
  program.press('J');
  await program.waitFor(/1 +digits-classic-3 [\s\S]+2 +digits-classic-2 /);
  program.press('d');
  await program.waitFor('digits-classic-2 is taken out of the queue');
  program.press('enter');
  await program.waitFor(/epoch +\d+\/1000/);
  program.press('s');
  await program.waitFor(/Stop/);
  program.press('enter');
  // Its turn has come.
  await program.waitFor(/╭ digits-classic-3 ─[\s\S]+epoch +\d+\/1000/, patience);
});

it('files a sweep of two by two, and fills its table as the runs end', async () => {
  await settingsLike('slow', '2');
  program.press('S');
  await program.waitFor('3 runs');
  program.press('enter');
  await type('0.001 0.01');
  program.press('enter');
  await program.waitFor('2 runs');
  program.press('down');
  await program.waitFor('› and');
  program.press('right');
  await program.waitFor('batch size  ');
  program.press('enter');
  await type('8 16');
  program.press('enter');
  await program.waitFor('4 runs: 2 x 2');
  await program.waitFor('at most about');
  program.press('r');
  await program.waitFor('Sweep learning-rate-x-batch-size', patience);
  await program.waitFor('4 of 4 ended', patience);
  await program.waitFor(/0\.001 +.*\d %.+\d %/);
  await program.waitFor(/★ \d/);
  program.press('enter');
  await program.waitFor('run another like it');
  program.press('escape');
  await program.waitFor('4 of 4 ended');
});
