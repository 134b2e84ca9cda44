/**
 * A picture of the real program, for looking at:
 *   node scripts/screenshot.mjs --size 80x24 --keys "2 wait:Training r 3s" --out training.png [-- command …]
 * What --keys understands stands in screen-capture.mjs. --term xterm is a terminal of 16 colours, --paper light one
 * with a light background, --env NAME=VALUE adds to the environment. `.svg` gives the SVG itself.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { captureScreen, toPng } from './screen-capture.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '80x24' },
    keys: { type: 'string', default: '' },
    out: { type: 'string', default: 'screenshot.png' },
    term: { type: 'string' },
    paper: { type: 'string' },
    env: { type: 'string', multiple: true, default: [] },
  },
});
const { size, keys, out, term, paper } = values;
const svg = await captureScreen({
  size,
  keys,
  term,
  paper,
  command: positionals.length > 0 ? positionals : [process.execPath, 'dist/main.js'],
  env: Object.fromEntries(values.env.map((pair) => pair.split(/=(.*)/s))),
});
await writeFile(out, out.endsWith('.svg') ? svg : await toPng(svg));
console.log(out);
process.exit(0);
