import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderWatch, keptArrivals, shownArrival } from '../../../src/state/live/folder-watch.js';
import { read, settle, unreadable } from '../recognition-fakes.js';
import { FakeLiveHost } from './live-fakes.js';

let root: string;
let inbox: string;
let host: FakeLiveHost;
let watch: FolderWatch;
let told = 0;
const state = () => watch.store.getState();
const shown = () => shownArrival(state())?.result.file;

beforeEach(() => {
  told = 0;
  root = mkdtempSync(join(tmpdir(), 'digitscope-watch-'));
  inbox = join(root, 'inbox');
  host = new FakeLiveHost();
  watch = new FolderWatch({ connect: async () => host, inbox });
});
afterEach(() => {
  watch.stop();
  rmSync(root, { recursive: true, force: true });
});

function came(name: string): void {
  told += 1;
  host.lastWatch.tell({ kind: 'picture', result: read(join(inbox, name), 7, 0.9), at: 0 });
}

/** Waits until all that came is shown. */
const allShown = () =>
  vi.waitFor(() => expect(state().arrivals[0]?.number).toBe(told), { timeout: 2000 });

/** Opens it over a folder that is there. */
async function openInbox(): Promise<void> {
  mkdirSync(inbox);
  void watch.open(undefined);
  await vi.waitFor(() => expect(host.watches).toHaveLength(1));
  host.lastWatch.tell({ kind: 'watching', folder: inbox, there: 2 });
}

it('makes the folder when it is asked to, and not before', async () => {
  await watch.open(undefined);
  expect(state().status).toEqual({ kind: 'missing' });
  expect(existsSync(inbox)).toBe(false);
  void watch.create();
  await vi.waitFor(() => expect(host.lastWatch.folder).toBe(inbox));
  expect(existsSync(inbox)).toBe(true);
});

it('does not watch a file', async () => {
  writeFileSync(inbox, '');
  await watch.open(undefined);
  expect(state().status).toEqual({
    kind: 'failed',
    problem: 'that is a file: choose a folder (o)',
  });
});

describe('while it watches', () => {
  beforeEach(openInbox);

  it('shows the newest picture at once, and of several the last soon after', async () => {
    expect(state().status).toEqual({ kind: 'watching', there: 2 });
    came('a.png');
    expect(shown()).toBe(join(inbox, 'a.png'));
    came('b.png');
    await allShown();
    expect(shown()).toBe(join(inbox, 'b.png'));
    await vi.waitFor(() => expect(state().preview?.status).toBe('ready'));
    expect(state().preview?.file).toBe(join(inbox, 'b.png'));
  });

  it('stays at an older one that is looked at, and goes back to the newest', async () => {
    came('a.png');
    came('b.png');
    await allShown();
    watch.move(1);
    came('c.png');
    await allShown();
    expect(shown()).toBe(join(inbox, 'a.png'));
    watch.move(-9);
    came('d.png');
    await allShown();
    expect(shown()).toBe(join(inbox, 'd.png'));
  });

  it('loads a picture again whose file has changed', async () => {
    came('a.png');
    await vi.waitFor(() => expect(state().preview?.status).toBe('ready'));
    came('a.png');
    await allShown();
    await vi.waitFor(() => expect(state().preview?.status).toBe('ready'));
    expect(host.previews).toEqual([join(inbox, 'a.png'), join(inbox, 'a.png')]);
  });

  it('lists what cannot be read with its reason, without a picture', () => {
    host.lastWatch.tell({ kind: 'picture', result: unreadable('/x.png', 'x.png is empty'), at: 5 });
    expect(state().arrivals).toEqual([
      { number: 1, at: 5, result: { file: '/x.png', error: 'x.png is empty' } },
    ]);
    expect(state().preview).toBe(undefined);
  });

  it('keeps the newest of thousands', async () => {
    for (let count = 0; count < keptArrivals + 20; count += 1) came(`${count}.png`);
    await allShown();
    expect(state().arrivals).toHaveLength(keptArrivals);
    expect(state().arrivals[0].number).toBe(keptArrivals + 20);
  });

  it('says that the folder is gone, and watches it again', async () => {
    came('a.png');
    host.lastWatch.tell({ kind: 'gone' });
    host.lastWatch.end();
    await settle();
    expect(state().status).toEqual({ kind: 'gone' });
    rmSync(inbox, { recursive: true });
    void watch.create();
    await vi.waitFor(() => expect(host.watches).toHaveLength(2));
    expect(state().arrivals).toHaveLength(1);
  });

  it('says why the host could not go on', async () => {
    host.lastWatch.fail(new Error('the host has ended'));
    await settle();
    expect(state().status).toEqual({ kind: 'failed', problem: 'the host has ended' });
  });

  it('ends with its screen, and hears nothing after that', async () => {
    const { signal, tell } = host.lastWatch;
    watch.stop();
    expect(signal?.aborted).toBe(true);
    tell({ kind: 'picture', result: read('/late.png', 1, 0.9), at: 0 });
    expect(state().arrivals).toEqual([]);
    expect(state().status).toEqual({ kind: 'idle' });
  });

  it('forgets what came to the folder before', async () => {
    came('a.png');
    void watch.watch(root);
    await vi.waitFor(() => expect(host.watches).toHaveLength(2));
    expect(host.lastWatch.folder).toBe(root);
    expect(state().arrivals).toEqual([]);
  });
});
