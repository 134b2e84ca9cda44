import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { createChartStore } from '../../../src/screens/training/chart-store.js';
import { TrainingScreen } from '../../../src/screens/training/training-screen.js';
import type { RunStore } from '../../../src/state/run-store.js';
import { Session } from '../../../src/state/session.js';
import {
  completed,
  connectionOf,
  epochEnded,
  epochStarted,
  FakeHost,
  progress,
  started,
} from '../../state/run-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

const keys = {
  enter: '\r',
  escape: '\u001b',
  down: '\u001b[B',
  right: '\u001b[C',
  clear: '\u0015',
};

let host: FakeHost;
let runs: RunStore;
let terminal: Mounted;
let backs: number;

beforeEach(async () => {
  host = new FakeHost();
  backs = 0;
  const connection = connectionOf(host);
  const session = new Session(new Workspace('.'), connection, join(tmpdir(), 'digitscope-none'));
  runs = session.runs;
  await connection.client();
  terminal = await mount(
    <TrainingScreen
      runs={runs}
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
});
afterEach(() => {
  terminal.unmount();
  runs.close();
});

const text = () => terminal.screen().join('\n');
const footer = () => terminal.screen()[23].trim();

async function run() {
  await terminal.press('r');
  host.tell(started, epochStarted(1), progress(1, 750));
  await expect.poll(text).toContain('750/1500');
}

it('fills the terminal with a form, and says which keys work', () => {
  expect(terminal.screen()).toHaveLength(24);
  expect(text()).toContain('› source            mnist');
  expect(footer()).toBe('r run  Enter edit  o choose data  d look at the data  ? help  q leave');
});

it('takes a number that is typed, and not one out of range', async () => {
  await terminal.press(keys.down, keys.down, keys.enter, keys.clear, '0', keys.enter);
  expect(text()).toContain('✗ epochs must be a whole number from 1 ');
  await terminal.press(keys.clear, '3', keys.enter);
  expect(text()).toContain('› epochs            3');
  expect(text()).not.toContain('✗');
  await terminal.press('r');
  expect(host.started[0].settings.epochs).toBe(3);
});

it('steps through what is offered, and undoes what is typed', async () => {
  await terminal.press(keys.down, keys.down, keys.right);
  expect(text()).toContain('› epochs            60');
  await terminal.press(keys.enter, '0', keys.escape);
  await expect.poll(text).toContain('› epochs            60 ');
  expect(backs).toBe(0);
});

it('chooses other data in the file browser, or leaves it as it is', async () => {
  await terminal.press('o');
  await expect.poll(text).toContain('╭ Places');
  await terminal.press(keys.escape);
  await expect.poll(text).toContain('› source            mnist ');
  await terminal.press('o', ...'mnist:', keys.enter);
  await expect.poll(text).toContain('› source            mnist:test');
  expect(backs).toBe(0);
});

it('shows a run as it goes, and what became of it', async () => {
  await run();
  expect(terminal.screen()).toHaveLength(24);
  expect(text()).toContain('accuracy   98.50 %');
  expect(footer()).toBe('s stop  Tab next chart  f chart large  m smoother  ? help  q leave');
  await terminal.press(keys.enter);
  expect(footer()).toBe('a run is under way: s stops it');
  await terminal.press('f');
  expect(footer()).toBe('s stop  Tab next chart  f all charts  m smoother  ? help  q leave');
  await terminal.press('f');
  host.tell(epochEnded(1, 0.9934), completed);
  await expect.poll(text).toContain('saved as models/mnist-classic');
  await terminal.press(keys.enter);
  expect(text()).toContain('› source            mnist');
});

it('asks before it stops a run of which nothing would be kept', async () => {
  await run();
  await terminal.press('s');
  expect(text()).toContain('No epoch is finished yet: nothing of it would be kept.');
  await terminal.press('n');
  expect(host.stopped).toEqual([]);
  host.tell(epochEnded(1, 0.9934));
  await expect.poll(text).toContain('best so far, saved');
  await terminal.press('s');
  expect(host.stopped).toEqual(['mnist-classic']);
});

it('lets a run go on when the screen is left', async () => {
  await run();
  await terminal.press(keys.escape);
  await expect.poll(() => backs).toBe(1);
  expect(host.stopped).toEqual([]);
});
