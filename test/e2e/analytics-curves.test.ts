import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const digits = join(programRoot, 'data', 'digits_jpeg');

let sandbox: Sandbox;
let program: TerminalProgram;

/** A run of three epochs, one of one, one whose host was killed, and a damaged model. */
beforeAll(async () => {
  sandbox = await Sandbox.open();
  for (const [name, epochs] of [
    ['three', '3'],
    ['single', '1'],
    ['damaged', '1'],
  ]) {
    const args = ['train', '--data', digits, '--epochs', epochs, '--name', name];
    expect((await sandbox.run(args)).code).toBe(0);
  }
  await appendFile(sandbox.path('models', 'damaged', 'weights.safetensors'), 'x');
  await interruptRun('cut');
});
afterAll(() => sandbox.close());
afterEach(() => program.end());

/** Kills the host in the second epoch of a run. */
async function interruptRun(name: string): Promise<void> {
  const child = sandbox.start([
    'train',
    '--data',
    digits,
    '--epochs',
    '50',
    '--name',
    name,
    '--json',
  ]);
  let told = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      if (/"epoch-started".*"epoch":2/.test(told)) resolve();
    });
  });
  process.kill(sandbox.hostPid, 'SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
}

async function openAnalytics(): Promise<void> {
  program = TerminalProgram.start({
    cwd: sandbox.workspace,
    args: [programFile],
    env: sandbox.env,
    columns: 80,
    rows: 24,
  });
  await program.waitFor(/model +mnist-robust/, patience);
  await press('5');
  await program.waitFor('›Curves');
}

/** A person looks before the next key. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sleep(150);
    program.press(key);
  }
}

/** Opens one of the models and runs by what is said of it in the list. */
async function choose(words: string): Promise<void> {
  await press('o');
  await program.waitFor('Models and runs');
  await sleep(150);
  program.clickOn(words);
  await program.waitUntil((screen) => !screen.join('\n').includes('Models and runs'));
}

it('walks from the curves of a run to its report, and to what its network costs', async () => {
  await openAnalytics();
  await press('o');
  await program.waitFor('Models and runs');
  expect(program.text).toMatch(/three +\d+\.\d+ % {2}model, ✓ completed, 3 epochs/);
  expect(program.text).toMatch(/single +\d+\.\d+ % {2}model, ✓ completed, 1 epoch /);
  expect(program.text).toMatch(/damaged +✗ is damaged/);
  expect(program.text).toMatch(/cut +\d+\.\d+ % {2}run without a model, ✗ failed/);
  await press('escape');

  await choose('model, ✓ completed, 3 epochs');
  await program.waitFor('✓ completed, 3 epochs');
  await press('left');
  await program.waitFor(' epoch 3: ');
  await press('e');
  await program.waitFor('reports/three.html is written, and 7 tables in reports/three', patience);
  expect(await readFile(sandbox.path('reports', 'three.html'), 'utf8')).toContain('three');
  expect(await readdir(sandbox.path('reports', 'three'))).toHaveLength(7);

  await press('tab');
  await program.waitFor('242,250 trainable, 704 not');
  await press('m');
  await program.waitFor(/\d+\.\d\d ms an image +90 of 100 take/, patience);
  expect(program.text).toMatch(/[\d,]+ images\/s in batches of 256 {2}measured at/);
});

it('says what became of a run of one epoch, an interrupted one, and a model without a run', async () => {
  await openAnalytics();
  // The newest run is looked at first.
  await program.waitFor('✗ interrupted: the host ended');
  await choose('model, ✓ completed, 1 epoch ');
  await program.waitFor(/★ epoch 1 of 1/);
  await press('right');
  await program.waitFor(' epoch 1: the best validation loss');
  await choose('model, its run is not here');
  await program.waitFor('The run that made mnist-robust');
  await press('e');
  await program.waitFor('reports/mnist-robust.html is written', patience);
  await program.waitFor('the report is without the curves');
});

it('does not lose the view with the host', async () => {
  await openAnalytics();
  await press('tab', 'm');
  await program.waitFor('measuring on this machine');
  process.kill(sandbox.hostPid, 'SIGKILL');
  await program.waitFor('✗ host lost');
  await program.waitUntil((screen) => !screen.join('\n').includes('measuring on this machine'));
  await program.waitUntil((screen) => !screen.join('\n').includes('host lost'), patience);
  await press('m');
  await program.waitFor(/ms an image/, patience);
});
