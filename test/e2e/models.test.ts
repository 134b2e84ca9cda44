import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 180_000 });

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
  const fixture = join(programRoot, 'test', 'fixtures', 'inverted-reader.keras');
  copyFileSync(fixture, sandbox.path('theirs.keras'));
});
afterEach(() => {
  program.end();
  sandbox.close();
});

it.each([
  [80, 24],
  [120, 40],
])(
  'a model of Keras is imported, reads, is renamed, deleted, brought back and exported at %ix%i',
  async (columns, rows) => {
    program = TerminalProgram.start({
      args: [programFile],
      cwd: sandbox.workspace,
      env: sandbox.env,
      columns,
      rows,
    });
    await program.waitFor('What to do', patience);
    program.press('7');
    await program.waitFor('mnist-robust', patience);

    program.press('i');
    await program.waitFor('theirs.keras');
    program.press('t');
    await program.waitFor('1 name goes with it');
    program.press('enter');
    await program.waitFor(/› inverted +9\d\.\d % ★ best/, patience);
    program.press('enter');
    await program.waitFor('theirs is imported, and reads inverted', patience);
    await program.waitFor(/theirs +9\d\.\d\d % +4,138/);

    program.press('m');
    await program.waitFor('theirs is used where no model is named', patience);
    program.press('3');
    await program.waitFor('o  opens');
    program.press('s');
    await program.waitFor(/theirs/, patience);
    await program.waitFor(/average|confidence/i, patience);

    program.press('7');
    await program.waitFor('used where none is named');
    program.press('r');
    await program.waitFor('new name');
    program.press('x');
    program.press('enter');
    await program.waitFor('theirs is called theirsx now', patience);
    program.press('d');
    await program.waitFor('Delete theirsx?');
    program.press('y');
    await program.waitFor('theirsx is deleted', patience);
    expect(existsSync(sandbox.path('models', 'theirsx'))).toBe(false);
    program.press('u');
    await program.waitFor('theirsx is back', patience);
    expect(existsSync(sandbox.path('models', 'theirsx', 'network.json'))).toBe(true);

    program.press('e');
    await program.waitFor('Enter chooses');
    program.press('enter');
    await program.waitFor('exports/theirsx.keras');
    program.press('enter');
    await program.waitFor(/theirsx is written to/, patience);
    expect(readdirSync(sandbox.path('exports'))).toEqual(['theirsx.keras']);
  },
);
