/** Runs a program in a terminal of a given size, presses keys, and gives its screen as a picture. */
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import sharp from 'sharp';
import { screenSvg } from './screen-svg.mjs';

const codes = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  space: ' ',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
};
const waitLimit = 120_000;
const pace = 150;
const unwanted = ['CI', 'FORCE_COLOR', 'NO_COLOR', 'NODE_ENV', 'DIGITSCOPE_ASCII', 'TMUX'];

/**
 * @param {object} options
 * @param {string} options.size `80x24`
 * @param {string} options.keys parted by spaces: a letter or a name of `codes`, `type:text`, `wait:text` until the
 *   screen shows it (_ stands for a space), `3s` to wait for so long
 * @param {string[]} options.command the program and its arguments
 * @param {string} [options.cwd] where it is started
 * @param {string} [options.term] what the terminal calls itself
 * @param {Record<string, string>} [options.env] added to the environment
 * @param {'dark' | 'light'} [options.paper] the terminal's background
 * @returns {Promise<string>} the screen as SVG
 */
export async function captureScreen({ size, keys, command, cwd, term, env, paper }) {
  const [cols, rows] = size.split('x').map(Number);
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const name = term ?? 'xterm-256color';
  const program = spawn(command[0], command.slice(1), {
    name,
    cols,
    rows,
    cwd,
    env: environment(name, env),
  });
  program.onData((data) => terminal.write(data));
  const screen = { program, terminal };
  try {
    const isOpen = () =>
      terminal.buffer.active.type === 'alternate' && text(terminal).trim() !== '';
    await until(isOpen, 'a screen', screen);
    for (const step of keys.split(' ').filter(Boolean)) await act(step, screen);
    await sleep(500);
    return screenSvg(terminal, paper);
  } finally {
    program.kill('SIGTERM');
  }
}

/** @param {string} svg */
export function toPng(svg) {
  return sharp(Buffer.from(svg), { density: 144 }).png({ palette: true }).toBuffer();
}

function environment(name, added) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  for (const variable of [...unwanted, 'COLORTERM']) delete env[variable];
  return { ...env, ...(name.includes('256color') && { COLORTERM: 'truecolor' }), ...added };
}

async function act(step, screen) {
  const [, verb, words] = /^(wait|type):(.+)$/.exec(step) ?? [];
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(step)?.[1];
  const said = words?.replaceAll('_', ' ');
  if (verb === 'wait') await until(() => text(screen.terminal).includes(said), said, screen);
  else if (seconds) await sleep(Number(seconds) * 1000);
  else screen.program.write(said ?? codes[step] ?? step);
  await sleep(pace);
}

async function until(condition, what, { terminal }) {
  const deadline = Date.now() + waitLimit;
  while (!condition()) {
    if (Date.now() > deadline) {
      throw new Error(`Never saw ${what} on this screen:\n${text(terminal)}`);
    }
    await sleep(50);
  }
}

function text({ buffer: { active }, rows }) {
  return Array.from(
    { length: rows },
    (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
  ).join('\n');
}
