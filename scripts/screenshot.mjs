/**
 * A picture of the real program, for the README and for looking at:
 *   node scripts/screenshot.mjs --size 80x24 --keys "2 wait:Training r 3s" --out docs/training.png [-- command …]
 * Keys are parted by spaces: a letter or a name (enter, escape, tab, up, down, left, right), `type:text`,
 * `wait:text` until the screen shows it (_ stands for a space), `3s` to wait for so long. `.svg` gives the SVG itself.
 */
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
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
const waitLimit = 60_000;
const pace = 150;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '80x24' },
    keys: { type: 'string', default: '' },
    out: { type: 'string', default: 'screenshot.png' },
  },
});
const [cols, rows] = values.size.split('x').map(Number);
const [command, ...args] =
  positionals.length > 0 ? positionals : [process.execPath, 'dist/main.js'];

const env = { ...process.env, COLORTERM: 'truecolor', LC_ALL: 'C.UTF-8' };
for (const name of ['CI', 'FORCE_COLOR', 'NO_COLOR', 'NODE_ENV', 'DIGITSCOPE_ASCII'])
  delete env[name];
const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true });
const program = spawn(command, args, { name: 'xterm-256color', cols, rows, env });
program.onData((data) => terminal.write(data));

await until(
  () => terminal.buffer.active.type === 'alternate' && screenText().trim() !== '',
  'a screen',
);
for (const step of values.keys.split(' ').filter(Boolean)) await act(step);
await sleep(500);

const svg = screenSvg(terminal);
program.kill('SIGTERM');
if (values.out.endsWith('.svg')) await writeFile(values.out, svg);
else await sharp(Buffer.from(svg), { density: 144 }).png({ palette: true }).toFile(values.out);
console.log(values.out);
process.exit(0);

async function act(step) {
  const [, verb, text] = /^(wait|type):(.+)$/.exec(step) ?? [];
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(step)?.[1];
  if (verb === 'wait') await until(() => screenText().includes(text.replaceAll('_', ' ')), text);
  else if (seconds) await sleep(Number(seconds) * 1000);
  else program.write(verb === 'type' ? text.replaceAll('_', ' ') : (codes[step] ?? step));
  await sleep(pace);
}

async function until(condition, what) {
  const deadline = Date.now() + waitLimit;
  while (!condition()) {
    if (Date.now() > deadline) {
      program.kill('SIGKILL');
      throw new Error(`Never saw ${what} on this screen:\n${screenText()}`);
    }
    await sleep(50);
  }
}

function screenText() {
  const { active } = terminal.buffer;
  return Array.from(
    { length: rows },
    (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
  ).join('\n');
}
