import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

/** A host that starts on a busy machine takes its time. */
const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000 });
const samples = join(programRoot, 'examples', 'sample_digits');

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
  program = TerminalProgram.start({
    cwd: sandbox.workspace,
    args: [programFile],
    env: sandbox.env,
  });
  await program.waitFor(/model +mnist-robust/, patience);
  await press('4');
  await program.waitFor('What to show');
});
afterEach(() => {
  program.end();
  sandbox.close();
});

/** A person looks before the next key: longer than it takes to bring a screen up behind its first frame. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sleep(120);
    program.press(key);
  }
}

async function backToList(): Promise<void> {
  await press('escape');
  await program.waitFor('What to show');
}

it('plays pictures, guesses, and tells of the model, by keyboard alone', async () => {
  await press('s');
  await program.waitFor(/\d+\/12 .*read in \d.* each, \d.* pictures\/s/s, patience);
  await press('space');
  await program.waitFor('paused: Space goes on');
  const before = program.screen()[1];
  await press('right');
  await program.waitUntil((screen) => screen[1] !== before, { what: 'another picture' });
  await press('z');
  await program.waitFor(/\d+\/12/);
  await press('z');
  await program.waitFor('28x28, what it sees');
  await backToList();

  await press('g');
  await program.waitFor('What does the room read?', patience);
  // A number is no tab here.
  await press('3');
  await program.waitFor(/the machine +\d +[✓✗] +\d+\.\d %/);
  await press('u');
  await program.waitFor('What does the room read?');
  for (let card = 0; card < 9; card += 1) await press('s');
  await press('7', 'enter');
  await program.waitFor(/The (room|machine) wins by one|A draw/);
  expect(program.text).toMatch(/The room read [01] of 1, the machine [01] of 1; 9 skipped\./);
  await backToList();

  await press('r');
  await program.waitFor(/reads 5 .*✓ right/s, patience);
  await press('right');
  await program.waitFor('2 of 7');
  await program.waitFor(/reads 8 .*✓ right/s, patience);
  await backToList();

  await press('m');
  await program.waitFor(/accuracy +99\.\d\d %/);
  expect(program.text).toContain('digitscope train --data mnist');
  await press('m');
  await program.waitFor('Enter chooses, Esc closes');
  await press('enter');
  await program.waitUntil((screen) => !screen.join().includes('Enter chooses'), {
    what: 'the chooser gone',
  });
  await backToList();
  await press('q');
  expect(await program.exit()).toEqual({ code: 0, signal: 0 });
});

it('reads what comes to a folder, and a folder at once', async () => {
  const inbox = sandbox.path('inbox');
  await press('w');
  await program.waitFor('is not there yet: Enter makes it');
  await press('enter');
  await program.waitFor('Waiting for pictures', patience);
  cpSync(join(samples, '7-paper.png'), join(inbox, 'seven.png'));
  await program.waitFor(/\d\d:\d\d:\d\d {2}seven\.png +7 +\d+\.\d %/, patience);
  writeFileSync(join(inbox, 'broken.png'), 'no picture');
  await program.waitFor(/broken\.png +✗ is not a picture/, patience);
  rmSync(inbox, { recursive: true });
  await program.waitFor('inbox was removed', patience);
  await press('enter');
  await program.waitFor('watching', patience);
  cpSync(join(samples, '3-page.jpg'), join(inbox, 'three.jpg'));
  await program.waitFor(/three\.jpg +3 +\d+\.\d %/, patience);
  await backToList();

  await press('b');
  await program.waitFor('No folder was read yet');
  program.paste(samples);
  await program.waitFor(/12 pictures in \d/, patience);
  expect(program.text).toContain('uncertain first');
  await press('s');
  await program.waitFor(/saved: .*\.csv/);
  await press('e');
  await program.waitFor(/saved: .*\.json/);
  expect(readdirSync(sandbox.path('results')).map((name) => name.replace(/-\d+-\d+/, ''))).toEqual([
    'sample_digits.csv',
    'sample_digits.json',
  ]);
  await press('tab');
  await program.waitFor(/1\/12 \S+\.(png|jpg)/);
  await press('o');
  await program.waitFor('Places');
  const empty = sandbox.path('empty');
  mkdirSync(empty);
  program.paste(empty);
  await program.waitFor('empty holds no pictures', patience);
  await press('escape');
  await press('escape');
  await program.waitFor('What to show');
});
