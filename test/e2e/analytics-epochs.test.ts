import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let sandbox: Sandbox;
let program: TerminalProgram;

beforeAll(async () => {
  sandbox = await Sandbox.open();
  const data = join(programRoot, 'data', 'digits_jpeg');
  const trained = await sandbox.run(['train', '--data', data, '--epochs', '3', '--name', 'digits']);
  expect(trained.code).toBe(0);
  program = TerminalProgram.start({
    cwd: sandbox.workspace,
    args: [programFile],
    env: sandbox.env,
  });
  await program.waitFor(/model +(mnist|digits)/, patience);
});

afterAll(() => {
  program?.end();
  sandbox.close();
});

/** A person looks before the next key. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sleep(150);
    program.press(key);
  }
}

it('looks along the epochs of a run, and compares it with the shipped model', async () => {
  await press('5');
  await program.waitFor('Curves');
  // The last view comes before the first.
  await press('shift+tab', 'shift+tab');
  await program.waitFor(/Hard 1\/\d+: a \d/, patience);
  await program.waitFor('Epoch 3 of 3', patience);
  await program.waitFor(/right|never|wrong/);
  await press('home');
  await program.waitFor('Epoch 1 of 3');
  await press('right');
  await program.waitFor('Epoch 2 of 3');
  await press('home', 'space');
  await program.waitFor('Epoch 3 of 3');
  await press('n');
  await program.waitFor('Hard 2/');
  await press('m');
  await program.waitFor(/wrong \d+ of 200/, patience);
  await press('left');
  await program.waitFor('since epoch 1:');
  await press('m');
  await program.waitFor('Hard 2/');

  program.paste(join(programRoot, 'examples', 'sample_digits', 'no-such.png'));
  await program.waitFor('there is no file');

  await press('tab');
  await program.waitFor('McNemar', patience);
  await program.waitFor(/B mnist-robust .*%/);
  await program.waitFor(/Only [AB] right: \d+/);
  await press('enter');
  await program.waitFor(/1\/\d+: a \d/);
  await press('escape');
  await program.waitFor(/Only [AB] right: \d+/);
  await press('t');
  await program.waitFor(/recipe +classic +robust/);
  await press('s');
  await program.waitFor('Samples for both');
  await press('escape');
  await program.waitUntil((screen) => !screen.join('\n').includes('Samples for both'), {
    what: 'the list to close',
  });
  await press('q');
  expect(await program.exit()).toEqual({ code: 0, signal: 0 });
});
