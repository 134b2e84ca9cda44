import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

/** Training on a busy machine takes its time. */
const patience = { timeout: 60_000 };

describe.each(['native', 'portable'])(
  'a first visit at 80x24, %s engine where it loads',
  (engine) => {
    let sandbox: Sandbox;
    let program: TerminalProgram;

    beforeEach(async () => {
      sandbox = await Sandbox.open();
      program = TerminalProgram.start({
        args: [programFile],
        cwd: sandbox.workspace,
        env: {
          ...sandbox.env,
          DIGITSCOPE_ENGINE: engine === 'portable' ? 'portable' : undefined,
        },
        columns: 80,
        rows: 24,
      });
      await program.waitFor('What to do', patience);
    });
    afterEach(() => {
      program.end();
      sandbox.close();
    });

    function expectRestored(): void {
      expect(program.isAlternate).toBe(false);
      expect(program.cursorHidden).toBe(false);
      expect(program.bracketedPaste).toBe(false);
    }

    it('trains an epoch, reads a digit and leaves the terminal as it was', async () => {
      program.press('2');
      await program.waitFor('Sources found');
      program.press('right');
      await program.waitFor(/› .*digits_jpeg/);
      program.press('d');
      await program.waitFor('1,000 samples', patience);

      program.press('down');
      program.press('down');
      await program.waitFor(/› epochs/);
      program.press('enter');
      await program.waitFor('Enter keeps');
      program.press('1');
      await program.waitFor(/› epochs +1 /);
      program.press('enter');
      await program.waitFor('Enter types one');

      program.press('r');
      await program.waitFor(/accuracy +\d+\.\d+ %/, patience);
      await program.waitFor('Finished: 1 epoch', patience);
      await program.waitFor(/validation \d+\.\d\d %/);
      expect(readdirSync(sandbox.path('models'))).toEqual(['digits_jpeg-classic']);

      program.press('3');
      await program.waitFor('o open');
      program.paste(join(programRoot, 'examples', 'sample_digits', '7-paper.png'));
      await program.waitFor(/seven +\d+\.\d %/, patience);
      await program.waitFor(/›7 /);

      program.press('q');
      expect(await program.exit()).toEqual({ code: 0, signal: 0 });
      expectRestored();
    });

    it('stops a run before it leaves where one wants that, and keeps the best weights', async () => {
      program.press('2');
      await program.waitFor('Sources found');
      program.press('right');
      await program.waitFor(/› .*digits_jpeg/);
      program.press('r');
      await program.waitFor(/best .*epoch \d/, patience);
      program.press('q');
      await program.waitFor('save the best weights, and leave');
      program.press('s');
      expect((await program.exit(patience)).code).toBe(0);
      expectRestored();
      expect(readdirSync(sandbox.path('models', 'digits_jpeg-classic'))).toContain('card.json');
    });

    it('gives the terminal back when it is told to end', async () => {
      program.signal('SIGTERM');
      expect((await program.exit(patience)).code).toBe(143);
      expectRestored();
    });
  },
);
