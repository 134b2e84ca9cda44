import { afterEach, describe, expect, it } from 'vitest';
import { TerminalProgram } from '../../support/terminal.js';

const programs: TerminalProgram[] = [];

afterEach(() => {
  for (const program of programs.splice(0)) program.end();
});

async function start(env: Record<string, string> = {}): Promise<TerminalProgram> {
  const program = TerminalProgram.start({
    args: ['--import', './test/support/typescript.mjs', 'test/ui/fixtures/kit.ts'],
    env,
  });
  programs.push(program);
  await program.waitFor('? help');
  expect(program.modes).toEqual({
    alternate: true,
    cursorHidden: true,
    bracketedPaste: true,
    wraps: false,
    mouse: 'drag',
  });
  return program;
}

/** The terminal as it was before: what a person finds after the program. */
function expectRestored(program: TerminalProgram): void {
  expect(program.modes).toEqual({
    alternate: false,
    cursorHidden: false,
    bracketedPaste: false,
    wraps: true,
    mouse: 'none',
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const lines = (program: TerminalProgram) => program.screen().filter((line) => line !== '');

describe('the terminal is as it was', () => {
  it('after q, and the program goes on', async () => {
    const program = await start();
    program.press('q');
    expect(await program.exit()).toEqual({ code: 0, signal: 0 });
    expectRestored(program);
    expect(lines(program)).toEqual(['cleaned up', 'left']);
  });

  it.each(['render', 'timer', 'promise'])(
    'after a throw in a %s, told in one line',
    async (where) => {
      const how = where === 'promise' ? 'rejection' : where;
      const program = await start({ FAIL: how });
      program.press('x');
      expect((await program.exit()).code).toBe(1);
      expectRestored(program);
      expect(lines(program)).toEqual([
        expect.stringMatching(`^broken in (a )?${where}$`),
        'cleaned up',
      ]);
    },
  );

  it('after a crash with its stack when that was asked for', async () => {
    const program = await start({ FAIL: 'timer', VERBOSE: '1' });
    program.press('x');
    await program.exit();
    expect(program.text).toMatch(/broken in a timer\s+Error: broken in a timer\s+at /);
  });

  it('after process.exit', async () => {
    const program = await start({ FAIL: 'exit' });
    program.press('x');
    expect((await program.exit()).code).toBe(7);
    expectRestored(program);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('after %s', async (signal, code) => {
    const program = await start();
    program.signal(signal);
    expect(await program.exit()).toEqual({ code, signal: 0 });
    expectRestored(program);
    expect(lines(program)).toEqual(['cleaned up']);
  });

  describe('or is given up while the line stands still', () => {
    async function stalled(env: Record<string, string> = {}): Promise<TerminalProgram> {
      const program = await start({ FRAMES: '1', ...env });
      program.stall();
      // Until the line is full of frames; then a program that waits for it would not even hear a signal.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return program;
    }

    async function expectEnd(program: TerminalProgram): Promise<void> {
      await expect.poll(() => isRunning(program.pid), { timeout: 5000 }).toBe(false);
    }

    it('after SIGTERM', async () => {
      const program = await stalled();
      program.signal('SIGTERM');
      await expectEnd(program);
    });

    it('after a crash, whose words the line does not take either', async () => {
      const program = await stalled({ FAIL: 'timer' });
      program.press('x');
      await expectEnd(program);
    });
  });
});

describe('a running program', () => {
  it('comes back whole when it is continued after a stop', async () => {
    const program = await start();
    const before = program.text;
    const written = program.raw.length;
    program.press('ctrl+z');
    await program.waitUntil(() => program.raw.slice(written).includes('\x1b[?1049l'));
    await program.waitUntil(() => program.isAlternate && program.text === before);
    expect(program.modes.mouse).toBe('drag');
    program.press('q');
    expect((await program.exit()).code).toBe(0);
  });

  it('fills the terminal after a resize, and says when it is too small', async () => {
    const program = await start();
    program.resize(120, 40);
    await program.waitUntil((screen) => screen[39].includes('? help'));
    program.resize(60, 20);
    await program.waitFor('80x24, and this is 60x20');
    program.resize(80, 24);
    await program.waitUntil((screen) => screen[23].includes('? help'));
    program.resize(40, 10);
    await program.waitFor('q leaves');
    program.press('q');
    expect((await program.exit()).code).toBe(0);
  });

  it('tells keys, text fields, overlays and pastes apart', async () => {
    const program = await start();
    program.paste("'/a/my seven.png' '/b.png'");
    await program.waitFor('pasted [/a/my seven.png|/b.png]');
    program.press('r');
    await program.waitFor('no data is loaded yet');
    program.press('tab');
    program.press('q2');
    await program.waitFor('name [q2]');
    program.paste('-pasted');
    await program.waitFor('name [q2-pasted]');
    program.press('\x1b[D\x1b[D\x7f');
    await program.waitFor('name [q2-pased]');
    program.press('enter');
    program.press('\t\t\x7f\x7f');
    await program.waitFor('needs 1 to 100');
    program.press('42\t');
    // A digit would choose the second entry; only Enter may.
    program.press('2');
    program.press('\x1b[B\x1b[B\r');
    await program.waitFor('chosen [mnist]');
    program.press('?');
    await program.waitFor('run: no data is loaded yet');
    program.press('q');
    await program.waitUntil((screen) => !screen.join().includes('Esc closes'));
    program.press('s');
    await program.waitFor('Stop the run?');
    program.press('nq');
    expect((await program.exit()).code).toBe(0);
  });

  it('writes only what changes', async () => {
    const program = await start({ FRAMES: '1' });
    const from = program.raw.length;
    await program.waitFor(/tick [5-9]\d/);
    const frames = program.raw.slice(from).split('\x1b[?2026h').slice(1);
    expect(frames.length).toBeGreaterThan(5);
    for (const frame of frames) {
      expect(frame).not.toContain('\x1b[2J');
      // The footer and the form stand still.
      expect(frame).not.toContain('\x1b[24;1H');
      expect(frame).not.toContain('help');
    }
  });
});

it('says that it needs a terminal when its input is a pipe', async () => {
  const program = TerminalProgram.start({
    command: 'sh',
    args: [
      '-c',
      `echo | ${process.execPath} --import ./test/support/typescript.mjs test/ui/fixtures/kit.ts`,
    ],
    columns: 200,
  });
  programs.push(program);
  expect((await program.exit()).code).toBe(1);
  expect(program.text).toContain('The app needs a terminal');
});
