import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../src/core/run/event.js';
import type { RunSummary } from '../../../../src/host/protocol.js';
import { Workspace } from '../../../../src/host/workspace.js';
import { createChartStore } from '../../../../src/screens/training/chart-store.js';
import { TrainingPages } from '../../../../src/screens/training/pages/training-pages.js';
import { Session } from '../../../../src/state/session.js';
import {
  completed,
  connectionOf,
  epochEnded,
  epochStarted,
  started,
} from '../../../state/run-fakes.js';
import { BookHost } from '../../../state/runs/book-host.js';
import { summary } from '../../../state/runs/summary-fakes.js';
import { type Mounted, type MountOptions, mount } from '../../../support/mount.js';

const keys = {
  enter: '\r',
  escape: '\u001b',
  down: '\u001b[B',
  right: '\u001b[C',
  clear: '\u0015',
};

let host: BookHost;
let session: Session;
let terminal: Mounted;

async function open(
  listed: RunSummary[],
  options: MountOptions = {},
  events: RunEvent[] = [],
): Promise<void> {
  host = new BookHost(listed);
  host.events = events;
  const connection = connectionOf(host);
  session = new Session(new Workspace('.'), connection, join(tmpdir(), 'digitscope-none'));
  await connection.client();
  await connection.refresh();
  terminal = await mount(
    <TrainingPages
      book={session.book}
      data={session.data}
      browser={session.dataBrowser}
      chartStore={createChartStore()}
      status=""
      onBack={() => {}}
    />,
    options,
  );
}
afterEach(() => {
  terminal.unmount();
  session.close();
});

const text = () => terminal.screen().join('\n');
const footer = () => terminal.screen().at(-1)?.trim();

const three = () => [
  summary('new', { accuracy: 0.9712, settings: { recipe: 'fast' } }),
  summary('middle', { status: 'failed', reason: 'the disk is full', note: 'try again' }),
  summary('old', { accuracy: 0.99, title: 'My best', request: undefined }),
];

describe('the list of runs', () => {
  it('fills 80x24 with the runs and what is known of one', async () => {
    await open(three());
    await terminal.press('H');
    expect(terminal.screen()).toHaveLength(24);
    expect(text()).toMatch(/✓ finished mnist +fast +97\.12 % +2 +20 s/);
    expect(text()).toMatch(/My best +✓ finished/);
    await terminal.press(keys.down);
    expect(text()).toContain('✗ failed, 2 of 50 epochs in 20 s');
    expect(text()).toContain('the disk is full');
    expect(text()).toContain('note      try again');
    await terminal.press(keys.escape);
    expect(text()).toContain('› source');
  });

  it('says in one line why a run cannot be deleted', async () => {
    await open([summary('a', { status: 'running' })]);
    await terminal.press('H', 'd');
    expect(footer()).toBe('it is under way: Enter opens it, s there stops it');
  });

  it('deletes with undo', async () => {
    await open(three());
    await terminal.press('H', 'd');
    await expect.poll(footer).toBe('new is put away: u brings it back');
    expect(text()).toContain('2 runs, newest first');
    await terminal.press('u');
    await expect.poll(footer).toBe('new is back');
    expect(text()).toContain('3 runs, newest first');
  });

  it('renames and notes with a line to type into', async () => {
    await open(three());
    await terminal.press('H', 'e');
    expect(text()).toContain('Enter without a name takes it away');
    await terminal.press(...'Quick q', keys.enter);
    await expect.poll(text).toContain('╭ Quick q ─');
    expect(text()).toContain('runs/new');
    await terminal.press('n', ...'worth it', keys.enter);
    await expect.poll(text).toContain('note      worth it');
  });

  it('narrows the list while one types, and Esc shows all again', async () => {
    await open(three());
    await terminal.press('H', '/', ...'fail');
    expect(text()).not.toContain('failed, 2 of 50');
    await terminal.press(...'ed', keys.enter);
    expect(text()).toContain('1 of 3 shown');
    await terminal.press(keys.escape);
    await expect.poll(text).toContain('3 runs');
  });

  it('opens a past run in the view of the live one, without its keys', async () => {
    await open(three());
    host.events = [started, epochStarted(1), epochEnded(1, 0.97), completed];
    await terminal.press('H', keys.enter);
    await expect.poll(text).toContain('saved as models/mnist-classic');
    expect(text()).toContain('a run another like it');
    await terminal.press('s');
    expect(footer()).toMatch(/^s \(stop\) works in a run in Training/);
    expect(host.stopped).toEqual([]);
    await terminal.press(keys.escape);
    await expect.poll(text).toContain('All runs');
  });

  it('fills in another like it', async () => {
    await open(three());
    await terminal.press('H', 'a');
    await expect.poll(text).toContain('› source            mnist');
    expect(text()).toContain('recipe            fast');
  });
});

it('compares marked runs on one chart, with the values under the cursor', async () => {
  await open([
    summary('a', { accuracy: 0.98 }),
    summary('b', { accuracy: 0.98, settings: { learningRate: 0.01 } }),
  ]);
  host.events = [started, epochEnded(1, 0.9), epochEnded(2, 0.98), completed];
  await terminal.press('H', 'c');
  expect(footer()).toBe('mark two runs or more with Space first');
  await terminal.press(' ', ' ', 'c');
  await expect.poll(text).toMatch(/b ┄ +b +98\.00 %/);
  expect(terminal.screen()).toHaveLength(24);
  expect(text()).toContain('Validation loss');
  expect(text()).toContain('the same for all: data mnist');
  await terminal.press('\t', '\u001b[D');
  expect(text()).toContain('Validation accuracy');
  expect(text()).toContain('at epoch 2');
  await terminal.press('\u001b[D');
  expect(text()).toMatch(/at epoch 1[\s\S]*90\.00 % +98\.00 %/);
});

describe('the queue', () => {
  const queue = () => [
    summary('later', { status: 'waiting', queued: 2 }),
    summary('next', { status: 'waiting', queued: 1 }),
    summary('now', { status: 'running', epoch: 3 }),
  ];

  it('moves a run that keeps the keys, and takes it out', async () => {
    await open(queue());
    session.book.pages.start({ name: 'queue' });
    await expect.poll(text).toMatch(/1 +next[\s\S]*2 +later/);
    await terminal.press('J');
    await expect.poll(text).toMatch(/1 +later[\s\S]*2 +next/);
    await terminal.press('J');
    expect(footer()).toBe('it is the last one');
    await terminal.press('d');
    await expect.poll(footer).toBe('next is taken out of the queue');
    expect(host.stopped).toEqual(['next']);
  });

  it('says how it is filled where nothing waits', async () => {
    await open([]);
    await terminal.press('W');
    expect(text()).toContain('r in the settings files another one here');
  });
});

it('asks once before a run is filed after the one under way', async () => {
  await open([summary('mnist-classic', { status: 'running' })]);
  host.events = [started, epochStarted(1)];
  host.tellRunsChanged();
  await expect.poll(() => session.runs.isUnderWay).toBe(true);
  session.runs.showSettings();
  await expect.poll(text).toContain('› source');
  await terminal.press('r');
  expect(text()).toContain('file this one after it?');
  await terminal.press('n');
  expect(host.started).toEqual([]);
  await terminal.press('r', 'y');
  await expect.poll(footer).toBe('filed-1 is filed: it waits for its turn');
  await terminal.press('r');
  await expect.poll(footer).toBe('filed-2 is filed: it waits for its turn');
  expect(host.started.map(({ when }) => when)).toEqual(['queued', 'queued']);
});

describe('a sweep', () => {
  it('is filled in, filed, and shown as a table', async () => {
    await open([]);
    await terminal.press('S');
    expect(text()).toContain('3 runs');
    expect(text()).toContain('how long they take is not known');
    await terminal.press(keys.down, keys.down, keys.right, keys.down, keys.enter, keys.clear);
    await terminal.press(...'32 x');
    expect(text()).toContain('✗ x: batch size must be a whole number');
    await terminal.press(keys.clear, ...'32 128', keys.enter);
    expect(text()).toContain('6 runs: 3 x 2');
    await terminal.press('r');
    await expect.poll(text).toContain('Sweep learning-rate-x-batch-size');
    expect(host.started).toHaveLength(6);
    expect(text()).toMatch(/0\.0003 +1st to go +2nd to go/);
    await terminal.press('s');
    expect(text()).toContain('6 that wait are taken out');
    await terminal.press('y');
    await expect.poll(() => host.stopped.length).toBe(6);
  });

  it('marks the best, and says what failed and how far the one under way is', async () => {
    const runs = [0.001, 0.002, 0.004, 0.01].map((learningRate, index) =>
      summary(index === 3 ? 'mnist-classic' : `r${index}`, {
        settings: { learningRate },
        accuracy: [0.98, 0.99, undefined, undefined][index],
        status: (['completed', 'completed', 'failed', 'running'] as const)[index],
        epoch: 2,
      }),
    );
    for (const { request } of runs) if (request) request.sweep = 'rates';
    const request = runs[3].request ?? started.request;
    await open(runs, {}, [{ ...started, request }, epochStarted(2)]);
    session.book.pages.start({ name: 'sweep', sweep: 'rates' });
    await expect.poll(text).toMatch(/0\.002 +★ 99\.00 %/);
    expect(text()).toMatch(/0\.001 +98\.00 %/);
    expect(text()).toMatch(/0\.004 +✗ failed/);
    expect(text()).toMatch(/0\.01 +● 2\/50/);
    expect(text()).toContain('3 of 4 ended, 1 failed');
  });
});

it.each([
  { columns: 120, rows: 40 },
  { columns: 80, rows: 24, capabilities: { text: 'ascii' as const } },
])('draws every page within %j', async (size) => {
  await open(three(), size);
  for (const page of [
    { name: 'history' },
    { name: 'queue' },
    { name: 'sweep-form' },
    { name: 'comparison' },
    { name: 'past', run: 'old' },
    { name: 'sweep', sweep: 'none' },
  ] as const) {
    session.book.pages.start(page);
    await terminal.press(keys.down);
    expect(terminal.screen()).toHaveLength(size.rows);
    for (const line of terminal.screen()) expect(line.length).toBeLessThanOrEqual(size.columns);
  }
});
