/**
 * Makes the pictures of all screens for the README and the documents, from the real program in a workspace of their
 * own: npm run make:pictures [-- NAME…]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureScreen, toPng } from './screen-capture.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist', 'main.js');
const folder = join(root, 'docs', 'pictures');

// In this order: Home shows the run that was trained for the pictures before it.
const trained = '2 wait:What_to_train_on r wait:left';
const read = '3 s wait:Totals';
const pictures = [
  { name: 'training-settings', size: '80x24', keys: '2 wait:What_to_train_on d wait:60,000' },
  { name: 'training', size: '100x30', keys: `${trained} wait:epoch_4/50 3s` },
  { name: 'training-stage', size: '100x30', args: ['--stage'], keys: '2 1s r wait:epoch_3/50 3s' },
  { name: 'recognition', size: '100x30', keys: `${read} enter wait:28x28 1s right right 1s` },
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
  { name: 'about', size: '100x30', keys: '6 wait:parameters 1s' },
];

const wanted = process.argv.slice(2);
const workspace = await mkdtemp(join(tmpdir(), 'digitscope-pictures-'));
const settings = join(workspace, 'settings');
// Neither the preferences nor the runs of whoever makes the pictures are to be seen on them.
const env = { XDG_CONFIG_HOME: settings, XDG_DATA_HOME: settings, XDG_STATE_HOME: settings };
try {
  await mkdir(folder, { recursive: true });
  for (const { name, args = [], ...picture } of pictures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const command = [process.execPath, program, '--workspace', workspace, ...args];
    const svg = await captureScreen({ ...picture, command, env });
    const file = join(folder, `${name}.png`);
    await writeFile(file, await toPng(svg));
    console.log(file);
  }
} finally {
  await rm(workspace, { recursive: true, force: true });
}
process.exit(0);
