import { afterEach, describe, expect, it } from 'vitest';
import type { ProgramOptions } from '../../support/terminal.js';
import { TerminalProgram } from '../../support/terminal.js';

const programs: TerminalProgram[] = [];
const probe = ['--import', './test/support/typescript.mjs', 'test/ui/fixtures/probe.ts'];

afterEach(() => {
  for (const program of programs.splice(0)) program.end();
});

async function start(options: Partial<ProgramOptions> = {}): Promise<TerminalProgram> {
  const program = TerminalProgram.start({ args: probe, ...options });
  programs.push(program);
  // The answers to the questions have come by then.
  await program.waitFor(/tick [3-9]/);
  return program;
}

async function leave(program: TerminalProgram): Promise<void> {
  program.press('q');
  expect(await program.exit()).toEqual({ code: 0, signal: 0 });
  expect(program.modes.mouse).toBe('none');
}

describe('the mouse', () => {
  it('is reported while the screen is there, and its reports are no keys', async () => {
    const program = await start();
    expect(program.modes.mouse).toBe('drag');
    program.press('\x1b[<0;10;5M');
    await program.waitFor('heard left press at 9,4');
    program.press('\x1b[<32;12;5M');
    await program.waitFor('heard drag to 11,4');
    program.press('\x1b[<0;12;5m');
    await program.waitFor('heard release at 11,4');
    program.press('\x1b[<65;1;1M');
    await program.waitFor('heard wheel 1');
    program.press('a\x1b[<35;1;1Mb');
    await program.waitFor('heard keys a b');
    await leave(program);
    expect(program.raw).toContain('\x1b[?1006l\x1b[?1002l');
  });

  it('is left alone where that is preferred', async () => {
    const program = await start({ env: { MOUSE: 'off' } });
    await leave(program);
    expect(program.raw).not.toMatch(/\?100[0-9]/);
  });

  it('is switched while the program runs, and the switch lasts', async () => {
    const program = await start();
    program.press('m');
    await program.waitUntil(() => program.modes.mouse === 'none');
    program.press('m');
    await program.waitUntil(() => program.modes.mouse === 'drag');
    await leave(program);
  });

  it('belongs to the shell while the program is stopped', async () => {
    const program = await start();
    program.press('ctrl+z');
    await program.waitUntil(() => program.modes.mouse === 'none' && !program.isAlternate);
    await program.waitUntil(() => program.modes.mouse === 'drag' && program.isAlternate);
    await program.waitFor('pictures by');
    await leave(program);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('is given back after %s', async (signal) => {
    const program = await start();
    program.signal(signal);
    await program.exit();
    expect(program.modes).toEqual({
      alternate: false,
      cursorHidden: false,
      bracketedPaste: false,
      wraps: true,
      mouse: 'none',
    });
  });
});

describe('the terminal is asked', () => {
  it('after the first frame, and its answers are no keys', async () => {
    const program = await start({ background: 'rgb:fafa/fafa/fafa' });
    expect(program.raw.indexOf('pictures by')).toBeLessThan(program.raw.indexOf('\x1b]11;?'));
    await program.waitFor('background light, theme light');
    expect(program.screen()[0]).toBe('heard ready');
    await leave(program);
  });

  it('nothing on the Linux console', async () => {
    const program = await start({
      command: 'env',
      args: ['TERM=linux', process.execPath, ...probe],
    });
    expect(program.text).toContain('background unknown, theme terminal');
    await leave(program);
    for (const query of ['\x1b]', '\x1b_', '\x1b[c']) expect(program.raw).not.toContain(query);
  });

  it('and is not believed to be kitty when it is silent about that', async () => {
    const program = await start({ env: { KITTY_WINDOW_ID: '1' } });
    await program.waitFor('pictures by half-blocks');
    await leave(program);
  });
});

describe('a picture by kitty', () => {
  const count = (text: string, part: string) => text.split(part).length - 1;

  it('is sent once, goes under an overlay and comes back, and leaves with the program', async () => {
    const program = await start({ env: { PICTURES: 'kitty' } });
    await program.waitFor(/tick 1\d/);
    expect(count(program.raw, 'a=t,f=100')).toBe(1);
    expect(count(program.raw, 'a=p,')).toBe(1);
    program.press('o');
    await program.waitFor('Over it');
    expect(program.raw).toContain('\x1b_Ga=d,d=i,i=1,p=2,q=2\x1b\\');
    program.press('o');
    await program.waitUntil((screen) => !screen.join().includes('Over it'));
    expect(count(program.raw, 'a=p,')).toBe(2);
    expect(count(program.raw, 'a=t,f=100')).toBe(1);
    await leave(program);
    const end = program.raw.slice(program.raw.indexOf('\x1b_Ga=d,d=I,i=1,q=2\x1b\\'));
    expect(end).toContain('\x1b_Ga=d,d=A,q=2\x1b\\');
    expect(end).toContain('\x1b[?1049l');
  });

  it('is sent again after a resize and after a stop, and not shown where the screen is too small', async () => {
    const program = await start({ env: { PICTURES: 'kitty' } });
    program.resize(60, 20);
    await program.waitFor('80x24, and this is 60x20');
    const sent = count(program.raw, 'a=t,f=100');
    expect(program.raw).toContain('a=d,d=A');
    program.resize(100, 30);
    await program.waitFor('pictures by');
    await program.waitUntil(() => count(program.raw, 'a=t,f=100') > sent);
    const before = count(program.raw, 'a=t,f=100');
    program.press('ctrl+z');
    await program.waitUntil(() => count(program.raw, 'a=t,f=100') === before + 1);
    await leave(program);
  });
});

it('draws a picture by iTerm2 once, and again where an overlay was', async () => {
  const program = await start({ env: { PICTURES: 'iterm2' } });
  await program.waitFor(/tick 1\d/);
  const count = () => program.raw.split('\x1b]1337;File=inline=1;width=57;height=19').length - 1;
  expect(count()).toBe(1);
  program.press('o');
  await program.waitFor('Over it');
  program.press('o');
  await program.waitUntil(() => count() === 2);
  await leave(program);
});
