import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import type { RunEvent } from '../../../src/core/run/event.js';
import type { StartRunParams } from '../../../src/host/protocol.js';
import { Workspace } from '../../../src/host/workspace.js';
import { createChartStore } from '../../../src/screens/training/chart-store.js';
import { TrainingScreen } from '../../../src/screens/training/training-screen.js';
import type { RunStore } from '../../../src/state/run-store.js';
import { Session } from '../../../src/state/session.js';
import { runSummary } from '../../state/analytics/analytics-fakes.js';
import {
  at,
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
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  clear: '\u0015',
};

let host: FakeHost;
let runs: RunStore;
let terminal: Mounted;
let backs: number;
let filed: StartRunParams[];

beforeEach(async () => {
  host = new FakeHost();
  backs = 0;
  filed = [];
  const connection = connectionOf(host);
  const session = new Session(new Workspace('.'), connection, join(tmpdir(), 'digitscope-none'));
  runs = session.runs;
  await connection.client();
  terminal = await mount(
    <TrainingScreen
      filing={{ file: (request) => filed.push(request), question: null }}
      ways={{}}
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
  expect(footer()).toBe('p pause  s stop  L learning rate  E epochs  d detach  ? help  q leave');
  await terminal.press(keys.enter);
  expect(footer()).toBe('a run is under way: d shows the settings of the next one');
  host.tell(epochEnded(1, 0.9934), completed);
  await expect.poll(text).toContain('saved as models/mnist-classic');
  await terminal.press(keys.enter);
  expect(text()).toContain('› source            mnist');
});

describe('a stop', () => {
  it('says where nothing would be kept, and then lets the run go on first of all', async () => {
    await run();
    await terminal.press('s');
    expect(text()).toContain('No epoch is finished yet: nothing of it would be kept.');
    await terminal.press(keys.enter);
    expect(text()).not.toContain('Stop this run?');
    expect([host.stopped, host.acts]).toEqual([[], []]);
  });

  it('saves the best weights, or is at once and without a model', async () => {
    await run();
    host.tell(epochEnded(1, 0.9934));
    await expect.poll(text).toContain('best so far, saved');
    await terminal.press('s', keys.escape);
    await expect.poll(text).not.toContain('Stop this run?');
    await terminal.press('s', keys.down, keys.enter);
    expect(host.acts).toEqual(['stop mnist-classic now']);
    await terminal.press('s', keys.enter);
    expect(host.stopped).toEqual(['mnist-classic']);
  });
});

describe('a pause', () => {
  it('says since when and by whom, and ends with the same key', async () => {
    await run();
    await terminal.press('p');
    expect(host.acts).toEqual(['pause mnist-classic']);
    host.tell({ type: 'paused', at: at(6), epoch: 1, by: 'app on pts/1' });
    await expect.poll(text).toContain('‖ paused since 16:04:06, by app on pts/1');
    expect(footer()).toMatch(/^p go on /);
    await terminal.press('p');
    expect(host.acts.at(-1)).toBe('resume mnist-classic');
    host.tell({ type: 'resumed', at: at(66), epoch: 1, by: 'app on pts/1' });
    await expect.poll(text).toContain('▸ goes on, by app on pts/1');
    // A minute at rest is no minute of work.
    expect(text()).toMatch(/time +6 s/);
  });
});

describe('a change while it runs', () => {
  it('takes a learning rate that is typed, and no other', async () => {
    await run();
    await terminal.press('L');
    expect(text()).toContain('now 0.001');
    await terminal.press('-', '1', keys.enter);
    expect(text()).toContain('✗ learning rate must be a number from');
    await terminal.press(keys.clear, ...'0.0002', keys.enter);
    expect(host.acts).toEqual(['change mnist-classic {"learningRate":0.0002}']);
    expect(text()).not.toContain('now 0.001');
  });

  it('halves and doubles it with the arrows', async () => {
    await run();
    await terminal.press('L', keys.down, keys.down, keys.up, keys.enter);
    expect(host.acts).toEqual(['change mnist-classic {"learningRate":0.0005}']);
  });

  it('takes no fewer epochs than have begun', async () => {
    await run();
    host.tell(epochEnded(1, 0.9), epochStarted(2));
    await expect.poll(text).toContain('2/20');
    await terminal.press('E', '1', keys.enter);
    expect(text()).toContain('✗ 2 have begun: not fewer');
    await terminal.press(keys.clear, '2');
    expect(text()).toContain('The epoch under way is the last one.');
    await terminal.press(keys.enter);
    expect(host.acts).toEqual(['change mnist-classic {"epochs":2}']);
  });

  it('tells why the host refuses it', async () => {
    await run();
    host.actRefusal = new Problem('the run has just ended', { remedy: 'start another' });
    await terminal.press('p');
    expect(footer()).toBe('the run has just ended: start another');
  });
});

it('cancels with Esc a run that was started here, before it begins, and no other', async () => {
  await terminal.press('r', keys.escape);
  await expect.poll(() => host.acts).toEqual(['stop mnist-classic now']);
  host.tell({ ...completed, type: 'stopped', model: null } as RunEvent);
  await expect.poll(text).toContain('no model is saved');
  await terminal.press(keys.enter);

  host.listed = [runSummary('theirs', { status: 'waiting' })];
  host.events = [];
  host.tellRunsChanged();
  await expect.poll(() => runs.store.getState().view?.run.id).toBe('theirs');
  await terminal.press('v');
  expect(text()).toContain(' s cancels');
  await terminal.press(keys.escape);
  await expect.poll(() => backs).toBe(1);
  expect(host.acts).toHaveLength(1);
});

it('lets a run go on behind the settings, and comes back to its whole curve', async () => {
  await run();
  host.tell(epochEnded(1, 0.97), epochStarted(2));
  await expect.poll(text).toContain('best so far, saved');
  await terminal.press('d');
  expect(text()).toContain('› source            mnist');
  expect(text()).toContain('● mnist-classic is training, epoch 2 of');
  host.tell(epochEnded(2, 0.98), epochStarted(3));
  await expect.poll(text).toContain('epoch 3 of');
  await terminal.press('r');
  expect(filed).toMatchObject([{ source: 'mnist' }]);
  await terminal.press('v');
  expect(text()).toContain('epoch 2: validation 98.00 %');
  expect(host.stopped).toEqual([]);
});

it('resumes a run that its host died in, from the settings', async () => {
  const saved = { epoch: 7, step: 0, at: Date.now() };
  host.listed = [runSummary('mnist-classic', { status: 'failed', resumable: saved })];
  await runs.connection.refresh();
  await expect.poll(text).toContain('✗ mnist-classic was interrupted. R ');
  host.events = [
    started,
    epochEnded(7, 0.99),
    { type: 'resumed', at: at(99), epoch: 8, from: saved },
  ];
  await terminal.press('R');
  await expect.poll(text).toContain('▸ goes on after epoch 7');
  expect(host.acts).toEqual(['resume mnist-classic']);
});

it('lets a run go on when the screen is left', async () => {
  await run();
  await terminal.press(keys.escape);
  await expect.poll(() => backs).toBe(1);
  expect(host.stopped).toEqual([]);
});
