/**
 * Makes the pictures of all screens for the README and the documents, from the real program:
 *   npm run make:pictures [-- NAME…]
 */
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureScreen, toPng } from './screen-capture.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'pictures');

// In this order: Home shows the run that was trained for the pictures before it.
const train = '2 wait:Sources_found r';
const read = '3 s wait:Totals';
const views = (places) => Array(places).fill('tab').join(' ');
const scores = `5 wait:recipe ${views(2)} wait:macro`;
/** Draws it with the pen of the keys. */
const seven = ['space', Array(9).fill('right'), Array(14).fill('down'), 'space'].flat().join(' ');
const pictures = [
  { name: 'training-settings', size: '80x24', keys: '2 wait:Sources_found d wait:60,000_samples' },
  {
    name: 'training-data',
    size: '100x30',
    keys: '2 wait:Sources_found right 0.5s d wait:shows_all d wait:Where_from 0.5s',
  },
  {
    name: 'training-data-samples',
    size: '100x30',
    keys: '2 wait:Sources_found d wait:shows_all d wait:Where_from tab n n n n wait:Samples_of_3 1s',
  },
  { name: 'training', size: '100x30', keys: `${train} wait:epoch_6/50 left 3s` },
  { name: 'training-stage', size: '100x30', args: ['--stage'], keys: '2 1s r wait:3/50 3s' },
  { name: 'recognition', size: '100x30', keys: `${read} enter wait:28x28, 1s right right 1s` },
  {
    name: 'recognition-xray',
    size: '120x40',
    keys: `${read} enter wait:28x28, 1s right right x 2s`,
  },
  { name: 'recognition-table', size: '100x30', keys: `${read} wait:pictures 1s` },
  { name: 'recognition-stage', size: '100x30', args: ['--stage'], keys: '3 s 2s right right 1s' },
  { name: 'files', size: '100x30', keys: '3 o wait:Places down 1s' },
  { name: 'palette', size: '80x24', keys: '3 : 0.3s t h e m 0.5s' },
  { name: 'help', size: '80x24', keys: '3 ? 0.5s' },
  { name: 'preferences', size: '80x24', keys: ', 0.5s' },
  { name: 'home', size: '100x30', keys: 'wait:native 5s' },
  {
    name: 'home-light',
    size: '100x30',
    args: ['--theme', 'light'],
    paper: 'light',
    keys: 'wait:native 5s',
  },
  { name: 'analytics-curves', size: '100x30', keys: '5 wait:recipe left left 1s' },
  { name: 'analytics-network', size: '100x30', keys: '5 wait:recipe tab m wait:measured_at 1s' },
  { name: 'analytics-scores', size: '100x30', keys: `${scores} 1s` },
  { name: 'analytics-cell', size: '100x30', keys: `${scores} enter wait:surest 1s` },
  {
    name: 'analytics-sample',
    size: '100x30',
    keys: `${scores} enter wait:surest enter wait:nearest_of 2s`,
  },
  {
    name: 'analytics-why',
    size: '100x30',
    keys: `${scores} enter wait:surest enter wait:nearest_of w wait:hangs 1s`,
  },
  { name: 'analytics-calibration', size: '100x30', keys: `${scores} tab wait:Brier 1s` },
  {
    name: 'analytics-epochs',
    size: '100x30',
    keys: `5 wait:recipe ${views(4)} 6s left left 1s`,
  },
  { name: 'analytics-compare', size: '100x30', keys: `5 wait:recipe ${views(5)} wait:McNemar 2s` },
  { name: 'live-demo', size: '100x30', keys: '4 wait:Quick_demo 0.5s' },
  { name: 'live-demo-quick', size: '100x30', keys: '4 wait:Quick_demo s wait:pictures/s space 1s' },
  {
    name: 'live-demo-pad',
    size: '100x30',
    keys: `4 wait:Quick_demo d wait:Draw ${seven} wait:% 1s`,
  },
  { name: 'live-demo-quiz', size: '100x30', keys: '4 wait:Quick_demo g wait:room 1s 4 1s' },
  { name: 'live-demo-guide', size: '100x30', keys: '4 wait:Quick_demo r wait:% 1s' },
  { name: 'live-demo-stage', size: '100x30', args: ['--stage'], keys: '4 1s s 3s' },
  { name: 'about', size: '100x30', keys: '6 wait:parameters 1s' },
];

const wanted = process.argv.slice(2);
// A copy in a place that every machine has: paths are to be seen on the pictures, and the runs are its own.
const copy = join(tmpdir(), 'digitscope');
const settings = join(copy, 'settings');
const env = { XDG_CONFIG_HOME: settings, XDG_DATA_HOME: settings, XDG_STATE_HOME: settings };
try {
  await copyProgram();
  await mkdir(folder, { recursive: true });
  for (const { name, args = [], ...picture } of pictures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const command = [process.execPath, join(copy, 'dist', 'main.js'), ...args];
    const svg = await captureScreen({ ...picture, command, cwd: copy, env });
    const file = join(folder, `${name}.png`);
    await writeFile(file, await toPng(svg));
    console.log(file);
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
process.exit(0);

async function copyProgram() {
  await rm(copy, { recursive: true, force: true });
  for (const part of ['dist', 'models', 'examples', 'data', 'package.json', 'LICENSE']) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
}
