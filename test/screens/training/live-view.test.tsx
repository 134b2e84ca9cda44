import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { createChartStore } from '../../../src/screens/training/chart-store.js';
import { TrainingScreen } from '../../../src/screens/training/training-screen.js';
import { Session } from '../../../src/state/session.js';
import type { MouseEvent } from '../../../src/ui/terminal/mouse-reports.js';
import {
  completed,
  connectionOf,
  epochEnded,
  epochStarted,
  FakeHost,
  params,
  progress,
  started,
} from '../../state/run-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

const keys = {
  left: '\u001b[D',
  right: '\u001b[C',
  home: '\u001b[H',
  end: '\u001b[F',
  tab: '\t',
  backTab: '\u001b[Z',
  escape: '\u001b',
};

let host: FakeHost;
let session: Session;
let terminal: Mounted;
let backs: number;

beforeEach(async () => {
  host = new FakeHost();
  backs = 0;
  session = new Session(new Workspace('.'), connectionOf(host), join(tmpdir(), 'digitscope-none'));
  await session.connection.client();
  terminal = await mount(
    <TrainingScreen
      filing={{ file: () => {}, question: null }}
      ways={{}}
      runs={session.runs}
      form={session.form}
      data={session.data}
      browser={session.dataBrowser}
      chartStore={createChartStore()}
      status=""
      onBack={() => {
        backs += 1;
      }}
    />,
  );
  await session.runs.start(params);
  host.tell(started, epochStarted(1), progress(1, 750));
  await expect.poll(text).toContain('750/1500');
});
afterEach(() => {
  terminal.unmount();
  session.close();
});

const text = () => terminal.screen().join('\n');
const line = (part: string) => terminal.screen().find((row) => row.includes(part)) ?? '';
const footer = () => terminal.screen()[23].trim();

async function endEpochs(count: number) {
  const epochs = Array.from({ length: count }, (_, index) => [
    epochEnded(index + 1, 0.98 + 0.001 * index),
    epochStarted(index + 2),
  ]).flat();
  host.tell(...epochs);
  await expect.poll(text).toContain(`epoch ${count}: validation`);
}

async function mouse(kind: MouseEvent['kind'], column: number, row: number) {
  terminal.services.mouse.emit({ kind, button: 'left', column, row });
  await terminal.press();
  await new Promise((resolve) => setImmediate(resolve));
}

it('says why a key cannot act yet', async () => {
  await terminal.press(keys.left);
  expect(footer()).toBe('the first epoch has not ended');
  await terminal.press('w');
  expect(footer()).toBe('all of it is recent: nothing would be left out');
});

it('reads the curves of both charts at one epoch, with its figures', async () => {
  await endEpochs(3);
  await terminal.press(keys.left, keys.left);
  expect(line('›Loss')).toContain('epoch 2  ━ 0.04  ┄ 0.019 ─╮');
  expect(line(' Accuracy ')).toContain('epoch 2  ━ 98.00 %  ┄ 98.10 % ─╮');
  expect(line(' epoch      2 of 3')).toContain('│');
  expect(text()).toContain('took       10 s');
  await terminal.press(keys.home);
  expect(line('›Loss')).toContain('epoch 1 ');
  await terminal.press('h');
  expect(footer()).toBe('this is the first epoch');
  await terminal.press(keys.end);
  expect(line('›Loss')).toContain('epoch 3 ');
});

it('gives the keys to one chart after the other', async () => {
  await endEpochs(1);
  await terminal.press(keys.tab);
  expect(text()).toContain('›Accuracy');
  await terminal.press(keys.tab);
  expect(text()).toContain('›Step loss');
  await terminal.press(keys.tab, keys.backTab);
  expect(text()).toContain('›Step loss');
  expect(text()).not.toContain('›Loss');
});

it('draws the charts as they are asked for, and says so', async () => {
  await endEpochs(12);
  await terminal.press('g', 'm', 'w');
  expect(line('›Loss')).toContain('log, smooth 0.6, last 10');
  expect(line(' Accuracy ')).toContain('smooth 0.6, last 10');
  expect(line(' Accuracy ')).not.toContain('log');
  await terminal.press('m');
  expect(line('›Loss')).toContain('smooth 0.9');
  await terminal.press('m', 'g', 'w');
  expect(line('›Loss')).toContain('train ━  validation ┄');
});

it('makes a chart as large as the work area, the bars staying', async () => {
  await endEpochs(3);
  await terminal.press('f');
  expect(terminal.screen()).toHaveLength(24);
  expect(terminal.screen()[1]).toMatch(/^╭ ›Loss ─.*╮$/);
  expect(terminal.screen()[20]).toMatch(/^╰─{78}╯$/);
  expect(terminal.screen()[21]).toContain(' epoch ');
  expect(terminal.screen()[22]).toContain(' training ');
  await terminal.press(keys.left);
  expect(terminal.screen()[1]).toContain('lr 0.001   10 s');
  await terminal.press('f');
  expect(text()).toContain('›Loss');
  expect(text()).toContain(' Accuracy ');
});

it('keeps what became of the run below a large chart', async () => {
  await endEpochs(2);
  host.tell(completed);
  await expect.poll(text).toContain('saved as models/mnist-classic');
  await terminal.press('f');
  expect(terminal.screen()[1]).toContain('›Loss');
  expect(terminal.screen()[22]).toContain('Enter new run   3 try it in Recognition');
});

it('leaves the cursor, then the large chart, then the screen', async () => {
  await endEpochs(3);
  await terminal.press('f', keys.left);
  expect(terminal.screen()[1]).toContain('epoch 3');
  await terminal.press(keys.escape);
  await expect.poll(() => terminal.screen()[1]).not.toContain('epoch 3');
  expect(text()).not.toContain(' Accuracy ');
  await terminal.press(keys.escape);
  await expect.poll(text).toContain(' Accuracy ');
  expect(backs).toBe(0);
  await terminal.press(keys.escape);
  await expect.poll(() => backs).toBe(1);
});

it('puts the cursor where a chart is clicked, and moves it with the wheel', async () => {
  await endEpochs(5);
  const row = terminal.screen().findIndex((each) => each.includes(' Accuracy ')) + 2;
  await mouse('press', 77, row);
  expect(line('›Accuracy')).toContain('epoch 5');
  await mouse('press', 36, row);
  expect(line('›Accuracy')).toContain('epoch 1');
  await mouse('wheel-down', 50, 4);
  expect(line('›Accuracy')).toContain('epoch 2');
  await mouse('wheel-up', 50, 4);
  expect(line(' Loss ')).toContain('epoch 1');
});

it('gives the chart of steps the keys by a click, and no epoch', async () => {
  await endEpochs(2);
  const row = terminal.screen().findIndex((each) => each.includes('Step loss')) + 1;
  await mouse('press', 38, row);
  expect(text()).toContain('›Step loss');
  expect(line(' Loss ')).not.toContain('epoch');
});

it('forgets the epoch, but not the look of the charts, with the next run', async () => {
  await endEpochs(2);
  await terminal.press(keys.left, 'm');
  host.tell(completed);
  await expect.poll(text).toContain('saved as');
  await terminal.press('\r');
  expect(text()).toContain('source');
  await session.runs.start(params);
  host.tell(started, epochStarted(1), epochEnded(1, 0.9));
  await expect.poll(text).toContain('90.00 %');
  expect(line('›Loss')).toContain('smooth 0.6');
  expect(line('›Loss')).not.toContain('epoch');
});

it.each([
  [120, 40, 'By epoch'],
  [200, 60, 'Each digit over the epochs'],
])('uses the room at %ix%i', async (columns, rows, title) => {
  await endEpochs(3);
  await terminal.resize(columns, rows);
  expect(terminal.screen()).toHaveLength(rows);
  expect(text()).toContain(title);
  expect(text()).toContain('▼8 ');
  expect(text()).toContain('samples');
});
