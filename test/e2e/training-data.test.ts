import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drawDataset, programFile, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

const patience = { timeout: 60_000 };

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
  await drawDataset(sandbox.path('photos'), { digits: [1, 4, 7], perClass: 20 });
  await copyFile(sandbox.path('photos', '1', '3.png'), sandbox.path('photos', '7', 'wrong.png'));
  await writeFile(sandbox.path('photos', '4', 'note.png'), 'no picture');
  await drawDataset(sandbox.path('own'), { digits: [4, 7], perClass: 5 });
  program = TerminalProgram.start({
    args: [programFile],
    cwd: sandbox.workspace,
    env: { ...sandbox.env, DIGITSCOPE_CACHE: join(sandbox.root, 'cache') },
    columns: 80,
    rows: 24,
  });
  await program.waitFor('What to do', patience);
});
afterEach(() => {
  program.end();
  sandbox.close();
});

it('shows what is in a folder before it is trained on, at 80x24', async () => {
  program.press('2');
  await program.waitFor('Sources found');
  program.paste(sandbox.path('photos'));
  await program.waitFor('61 samples', patience);
  program.press('d');
  await program.waitFor('Before you train');
  await program.waitFor(/1 picture is there under two labels/);
  await program.waitFor(/left out +1 file/);

  program.press('tab');
  await program.waitFor('1 to 10 of 61');
  program.press('n');
  program.press('n');
  await program.waitFor('Samples of 1');
  program.press('enter');
  await program.waitFor('said to be  1');
  await program.waitFor('photos/1/0.png');
  program.press('escape');
  await program.waitFor('Samples of 1');

  program.press('tab');
  await program.waitFor(/1: 7 wrong\.p/);
  program.press('tab');
  await program.waitFor('4/note.png');
  program.press('e');
  await program.waitFor('saved as');
  const [list] = readdirSync(sandbox.path('results'));
  expect(readFileSync(sandbox.path('results', list), 'utf8')).toMatch(/note\.png/);
  program.press('escape');
  await program.waitFor('d all about the data');
});

it('trains on a folder with another one added, limited and balanced', async () => {
  program.press('2');
  await program.waitFor('Sources found');
  program.paste(sandbox.path('photos'));
  await program.waitFor('61 samples', patience);
  const fill = async (field: RegExp, text: string) => {
    program.press('down');
    await program.waitFor(field);
    program.press('enter');
    await program.waitFor('Enter keeps');
    program.paste(text);
    program.press('enter');
    await program.waitFor('Enter types one');
  };
  for (const field of ['recipe', 'epochs']) {
    program.press('down');
    await program.waitFor(new RegExp(`› ${field}`));
  }
  program.press('enter');
  await program.waitFor('Enter keeps');
  program.press('1');
  await program.waitFor(/› epochs +1 /);
  program.press('enter');
  await program.waitFor('Enter types one');
  for (const field of ['validation split', 'batch size', 'learning rate', 'seed', 'model name']) {
    program.press('down');
    await program.waitFor(new RegExp(`› ${field}`));
  }
  await fill(/› extra data/, 'own');
  await fill(/› limit per class/, '12');
  program.press('down');
  await program.waitFor(/› test set/);
  program.press('down');
  await program.waitFor(/› balance/);
  program.press('right');
  await program.waitFor(/› balance +class-weights/);
  program.press('d');
  await program.waitFor('36 samples', patience);
  program.press('r');
  await program.waitFor('Finished: 1 epoch', patience);
  const card = JSON.parse(
    readFileSync(sandbox.path('models', 'photos-classic', 'card.json'), 'utf8'),
  );
  expect(card.training.data).toMatchObject({ options: { extra: ['own'], limitPerClass: 12 } });
  expect(card.training.data.train + card.training.data.validation).toBe(36);
  expect(card.training.settings.balance).toBe('class-weights');
});
