import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../src/host/protocol.js';
import { Workspace } from '../../../src/host/workspace.js';
import type { RunBook } from '../../../src/state/runs/run-book.js';
import { Session } from '../../../src/state/session.js';
import { completed, connectionOf, epochEnded, started } from '../run-fakes.js';
import { BookHost } from './book-host.js';
import { summary } from './summary-fakes.js';

let host: BookHost;
let session: Session;
let book: RunBook;

async function open(listed: RunSummary[]): Promise<void> {
  host = new BookHost(listed);
  const connection = connectionOf(host);
  session = new Session(new Workspace('.'), connection, join(tmpdir(), 'digitscope-none'));
  book = session.book;
  await connection.client();
  await connection.refresh();
}
afterEach(() => session.close());

const ids = () => book.history.shown.rows.map(({ id }) => id);

describe('the list of runs', () => {
  beforeEach(() => open([summary('c'), summary('b', { accuracy: 0.99 }), summary('a')]));

  it('puts several runs away and brings them back, the last one first', async () => {
    const { history } = book;
    history.select('b');
    const [b, c] = [host.listed[1], host.listed[0]];
    expect(await history.remove(b)).toEqual({ done: 'b is put away: u brings it back' });
    expect(history.shown.selected?.id).toBe('a');
    await history.remove(c);
    expect(ids()).toEqual(['a']);
    expect(await history.undoRemove()).toEqual({ done: 'c is back' });
    expect(await history.undoRemove()).toEqual({ done: 'b is back' });
    expect(ids().sort()).toEqual(['a', 'b', 'c']);
    expect(history.shown.selected?.id).toBe('b');
    expect(await history.undoRemove()).toEqual({ problem: 'nothing has been put away' });
  });

  it('keeps a run that the host does not put away', async () => {
    const gone = summary('gone');
    expect(await book.history.remove(gone)).toEqual({ problem: expect.stringContaining('gone') });
    expect(book.history.store.getState().removed).toEqual([]);
  });

  it('tells the host what a person calls a run, and takes it back on Esc', async () => {
    const { history } = book;
    history.openLine('title');
    history.type(' Wide net ');
    expect(await history.keepLine()).toEqual({ done: 'title kept' });
    expect(host.listed[0].title).toBe('Wide net');
    history.openLine('title');
    expect(history.store.getState().typed).toBe('Wide net');
    history.type('other');
    history.back();
    expect(host.listed[0].title).toBe('Wide net');
  });

  it('keeps the selected run while the list is sorted anew', () => {
    book.history.select('c');
    book.history.turnOrder();
    expect(ids()).toEqual(['b', 'c', 'a']);
    expect(book.history.shown.selected?.id).toBe('c');
  });

  it('marks six runs at most', async () => {
    await open(Array.from({ length: 8 }, (_, index) => summary(`r${index}`)));
    for (let count = 0; count < 6; count += 1) expect(book.history.mark()).toBeUndefined();
    expect(book.history.mark()).toEqual({ problem: expect.stringMatching(/^6 are marked/) });
    book.history.move(-1);
    book.history.mark();
    expect(book.history.store.getState().marked).toHaveLength(5);
  });
});

describe('another run like one', () => {
  it('is filled in with everything that it was asked for, also what has no field', async () => {
    const request = {
      source: 'mine',
      name: 'old',
      data: { limitPerClass: 100 },
      from: 'mnist-robust',
      settings: summary('x').request?.settings ?? expect.fail(),
    };
    const run = summary('old', {
      request,
      settings: { recipe: 'fast', epochs: 7, balance: 'class-weights' },
    });
    await open([run]);
    book.openLike(run);
    expect(session.form.request()).toMatchObject({
      source: 'mine',
      data: { limitPerClass: 100 },
      from: 'mnist-robust',
      settings: { recipe: 'fast', epochs: 7, balance: 'class-weights', learningRate: 0.001 },
      name: undefined,
    });
    session.form.take('mnist');
    expect(session.form.request()).not.toHaveProperty('data');
    expect(book.runs.store.getState().front).toBe('settings');
  });
});

describe('the queue', () => {
  beforeEach(() =>
    open([
      summary('third', { status: 'waiting', queued: 3 }),
      summary('second', { status: 'waiting', queued: 2 }),
      summary('first', { status: 'waiting', queued: 1 }),
    ]),
  );
  const waiting = () => book.queue.waiting.map(({ id }) => id);

  it('gives a run another place, and none beyond the ends', async () => {
    await book.queue.move('third', 1);
    expect(waiting()).toEqual(['third', 'first', 'second']);
    expect(await book.queue.move('third', 0)).toBeUndefined();
    expect(await book.queue.move('second', 4)).toBeUndefined();
    expect(waiting()).toEqual(['third', 'first', 'second']);
  });

  it('takes a run out', async () => {
    await book.queue.takeOut(book.queue.waiting[1]);
    expect(waiting()).toEqual(['first', 'third']);
  });

  it('stops the rest of a sweep from its end', async () => {
    const going = summary('going', { status: 'running' });
    await book.queue.stopSweep([going, ...host.listed]);
    expect(host.stopped).toEqual(['third', 'second', 'first', 'going']);
  });
});

describe('a sweep', () => {
  beforeEach(() => open([]));

  it('files its runs with all that they have in common', async () => {
    session.form.take('mine');
    expect(book.sweep.open()).toBeUndefined();
    book.sweep.edit();
    book.sweep.type('0.001 0.01');
    expect(await book.sweep.file()).toEqual({ sweep: 'learning-rate' });
    expect(
      host.started.map(({ settings, ...asked }) => [
        asked.source,
        settings.learningRate,
        asked.when,
      ]),
    ).toEqual([
      ['mine', 0.001, 'queued'],
      ['mine', 0.01, 'queued'],
    ]);
    expect(new Set(host.started.map(({ sweep }) => sweep))).toEqual(new Set(['learning-rate']));
  });

  it('says how many are filed where the host refuses one', async () => {
    book.sweep.open();
    host.refusal = new Error('the disk is full');
    const filed = await book.sweep.file();
    expect(filed).toEqual({ problem: expect.stringContaining('the disk is full'), filed: 0 });
    expect(book.sweep.store.getState().filing).toBeUndefined();
  });
});

describe('pages', () => {
  beforeEach(() => open([summary('past')]));

  it('leads back the way that one came, and to the settings where they were left', () => {
    book.runs.showSettings();
    book.openOver({ name: 'history' });
    book.runs.showRun();
    book.open(host.listed[0]);
    expect(book.pages.store.getState().open).toEqual({ name: 'past', run: 'past' });
    expect(book.back()).toBe('used');
    expect(book.pages.store.getState().open).toEqual({ name: 'history' });
    expect(book.back()).toBe('used');
    expect(book.runs.store.getState().front).toBe('settings');
    expect(book.back()).toBe('unused');
  });

  it('opens a past run by its log, and one that its host died in as failed', async () => {
    host.events = [started, epochEnded(1, 0.97)];
    book.open({ ...host.listed[0], status: 'failed' });
    await expect.poll(() => book.past.store.getState().status).toBe('ready');
    const state = book.past.store.getState();
    expect(state.status === 'ready' && state.view.run).toMatchObject({ status: 'failed' });
  });
});

describe('a comparison', () => {
  it('has the curves of all that have begun, and says whose log is gone', async () => {
    await open([summary('a'), summary('b'), summary('w', { status: 'waiting', queued: 1 })]);
    host.events = [started, epochEnded(1, 0.97), epochEnded(2, 0.98), completed];
    const answer = host.attachRun;
    host.attachRun = async (run) => {
      if (run === 'b') throw new Error('its log is gone');
      return answer(run);
    };
    book.compare(['a', 'b', 'w']);
    await expect
      .poll(() => book.comparison.store.getState().runs.map(({ log }) => log))
      .toEqual(['ready', 'failed']);
    const [a] = book.comparison.store.getState().runs;
    expect(a.run.history).toHaveLength(2);
  });
});
