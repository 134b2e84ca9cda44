import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { programFile, programRoot, Sandbox } from '../support/sandbox.js';
import { type ProgramOptions, TerminalProgram } from '../support/terminal.js';

/** Training on a busy machine takes its time. */
const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000 });
const samples = join(programRoot, 'examples', 'sample_digits');
const asBefore = {
  alternate: false,
  cursorHidden: false,
  bracketedPaste: false,
  wraps: true,
  mouse: 'none',
};

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
});
afterEach(() => {
  program.end();
  sandbox.close();
});

async function openApp(options: Partial<ProgramOptions> = {}): Promise<void> {
  program = TerminalProgram.start({
    cwd: sandbox.workspace,
    ...options,
    args: [programFile, ...(options.args ?? [])],
    env: { ...sandbox.env, ...options.env },
  });
  await program.waitFor('What to do', patience);
  // The model's name stands on Home once the host has answered.
  await program.waitFor(/model +mnist-robust/, patience);
}

async function leave(): Promise<void> {
  program.press('q');
  expect(await program.exit()).toEqual({ code: 0, signal: 0 });
  expect(program.modes).toEqual(asBefore);
}

/** A mouse, other than a key, needs its aim on the screen, and all of the frame: it may come in pieces. */
async function clickOn(text: string): Promise<void> {
  await sleep(50);
  await program.waitFor(text);
  program.clickOn(text);
}

async function gone(text: string): Promise<void> {
  await program.waitUntil((screen) => !screen.join('\n').includes(text), { what: `no ${text}` });
}

/** Starts a run that goes on until it is stopped. */
async function train(): Promise<void> {
  program.press('2');
  await program.waitFor('Sources found');
  program.press('right');
  await program.waitFor(/[›>] .*digits_jpeg/);
  program.press('r');
  await program.waitFor(/epoch +\d+\/50/, patience);
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
])('at $columns x $rows', (size) => {
  it('is walked by keyboard alone', async () => {
    await openApp(size);
    program.press('?');
    await program.waitFor('Esc closes');
    program.press('escape');
    await gone('Esc closes');

    program.press('2');
    await program.waitFor('Not looked at yet');
    program.press('o');
    await program.waitFor('Places');
    program.press('escape');
    await gone('Places');

    program.press('3');
    await program.waitFor('o open');
    program.press('s');
    await program.waitFor('Totals', patience);
    program.press('enter');
    await program.waitFor('28x28, what it sees', patience);
    program.press('right');
    await program.waitFor(/2\/12 /);
    program.press('escape');
    await program.waitFor('Totals');

    program.press('6');
    await program.waitFor('parameters');
    program.press(':');
    await program.waitFor(/Home/);
    for (const letter of 'home') program.press(letter);
    program.press('enter');
    await program.waitFor('What to do');
    program.press(',');
    await program.waitFor('theme');
    program.press('escape');
    await gone('theme');
    program.press('z');
    program.press('3');
    await gone('Totals');
    program.press('z');
    await program.waitFor('Totals');
    await leave();
  });

  it('takes keys that come in one piece one after the other, each on the screen that the one before it opened', async () => {
    await openApp(size);
    program.press('3s');
    await program.waitFor('Totals', patience);
    // By the palette to About and from there to Home, whose list is then gone through.
    program.press(':go to about\r1jjk');
    await program.waitFor('What to do');
    await leave();
  });

  it('is walked by mouse', async () => {
    await openApp(size);
    await clickOn('Training');
    await program.waitFor('Not looked at yet');
    await clickOn('3 Recognition');
    await program.waitFor('o open');
    await clickOn('s samples');
    await program.waitFor('Totals', patience);
    // Rows move while more are read.
    await program.waitFor('12 pictures', patience);
    await clickOn('1-page');
    await clickOn('Enter large');
    await program.waitFor(/2\/12 1-page.*\n(.*\n)*.*→ next picture/, patience);
    await clickOn('? help');
    await program.waitFor('Esc closes');
    program.press('escape');
    await gone('Esc closes');
    await clickOn('1 Home');
    await program.waitFor('What to do');
    await clickOn('q leave');
    expect(await program.exit()).toEqual({ code: 0, signal: 0 });
    expect(program.modes).toEqual(asBefore);
  });

  it('shows a run through every resize, down to what is too small', async () => {
    await openApp(size);
    await train();
    for (const [columns, rows] of [
      [100, 30],
      [200, 60],
      [60, 20],
      [80, 24],
      [81, 25],
      [size.columns, size.rows],
    ]) {
      program.resize(columns, rows);
      if (columns < 80) await program.waitFor('Digitscope needs more room');
      else await program.waitFor('Step loss');
      expect(program.screen()).toHaveLength(rows);
    }
    await program.waitFor(/accuracy +\d+\.\d+ %/, patience);
    program.press('q');
    await program.waitFor('and leave');
    program.press('s');
    expect((await program.exit(patience)).code).toBe(0);
    expect(program.modes).toEqual(asBefore);
  });

  it('reads three files that are dragged in, on any screen', async () => {
    await openApp(size);
    const [one, two, three] = ['7-paper.png', '0-small.png', '1-page.jpg'].map((name) =>
      join(samples, name),
    );
    program.paste(`'${one}' file://${two} ${three.replaceAll('-', '\\-')}`);
    await program.waitFor('Totals', patience);
    await program.waitFor('3 pictures');
    await leave();
  });
});

it('draws without colours where they are not wanted', async () => {
  await openApp({ env: { NO_COLOR: '1' } });
  program.press('3');
  program.press('s');
  await program.waitFor('Totals', patience);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
  expect(program.raw).not.toMatch(/\u001b\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7])(;[0-9;]*)?m/);
  await leave();
});

it('draws with ASCII signs where the font has no others', async () => {
  await openApp({ env: { DIGITSCOPE_ASCII: '1' } });
  await train();
  await program.waitFor(/accuracy +\d+\.\d+ %/, patience);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is beyond ASCII is looked for.
  expect(program.text).not.toMatch(/[^\u0000-\u007f]/);
  program.press('ctrl+c');
  await program.waitFor('and leave');
  program.press('s');
  expect((await program.exit(patience)).code).toBe(0);
});

it('says plain lines in a terminal that can do no more', async () => {
  program = TerminalProgram.start({
    command: '/usr/bin/env',
    args: ['TERM=dumb', process.execPath, programFile],
    cwd: sandbox.workspace,
    env: sandbox.env,
  });
  expect((await program.exit(patience)).code).toBe(0);
  expect(program.raw).toContain('digitscope');
  expect(program.raw).not.toContain('\u001b');
});

it('says plain lines into a pipe', async () => {
  program = TerminalProgram.start({
    command: '/bin/sh',
    args: ['-c', `"${process.execPath}" "${programFile}" | cat`],
    cwd: sandbox.workspace,
    env: sandbox.env,
  });
  expect((await program.exit(patience)).code).toBe(0);
  expect(program.raw).toContain('mnist-robust');
  expect(program.raw).not.toContain('\u001b[?1049h');
});

it.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('gives the terminal back on %s, also while it trains', async (signal, code) => {
  await openApp();
  await train();
  program.signal(signal);
  expect((await program.exit(patience)).code).toBe(code);
  expect(program.modes).toEqual(asBefore);
});

it('says that its host was killed, and goes on with another', async () => {
  await openApp();
  await train();
  process.kill(sandbox.hostPid, 'SIGKILL');
  await program.waitFor('the host ended during the run', patience);
  program.press('3');
  program.press('s');
  await program.waitFor('Totals', patience);
  await program.waitFor(/12 pictures/, patience);
  await leave();
});

it('opens for a projector', async () => {
  await openApp({ args: ['--stage'], columns: 120, rows: 40 });
  program.press('3');
  program.press('s');
  await program.waitFor(/1\/12/, patience);
  await program.waitFor('████████', patience);
  await leave();
});
