import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import type { Recognition } from '../../src/state/recognition-store.js';
import {
  blank,
  type FakeHost,
  read,
  settle,
  startRecognition,
  unreadable,
} from './recognition-fakes.js';

let host: FakeHost;
let recognition: Recognition;

beforeEach(() => {
  vi.useFakeTimers();
  ({ host, recognition } = startRecognition());
});

afterEach(() => {
  vi.useRealTimers();
});

const state = () => recognition.store.getState();
const files = () => state().reading?.results.map(({ file }) => file);

/** Reads pictures to the end. */
async function readAll(...pictures: Parameters<FakeHost['last']['tell']>[1][]): Promise<void> {
  const ended = recognition.read(['/pictures']);
  await settle();
  host.last.tell(pictures.length, ...pictures);
  host.last.answer();
  await ended;
  await settle();
}

describe('reading', () => {
  it('shows one picture large and several in a table', async () => {
    await readAll(read('/a.png', 7, 0.98));
    expect(state()).toMatchObject({ view: 'picture', selected: 0, reading: { model: 'starter' } });
    await readAll(read('/a.png', 7, 0.98), read('/b.png', 1, 0.9));
    expect(state()).toMatchObject({ view: 'table', rows: [0, 1], reading: { status: 'done' } });
  });

  it('asks with whole paths', async () => {
    void recognition.read(['pictures/a.png']);
    await settle();
    expect(host.last.params.paths).toEqual([`${process.cwd()}/pictures/a.png`]);
  });

  it('tells many chunks in one update', async () => {
    void recognition.read(['/pictures']);
    await settle();
    const updates = vi.fn();
    recognition.store.subscribe(updates);
    for (let chunk = 0; chunk < 50; chunk += 1) host.last.tell(100, read(`/${chunk}.png`, 1, 0.9));
    expect(updates).not.toHaveBeenCalled();
    vi.advanceTimersByTime(150);
    expect(updates).toHaveBeenCalledTimes(1);
    expect(state().reading).toMatchObject({ status: 'reading', done: 50, total: 100 });
  });

  it('keeps what is read when it is stopped, and hears no more', async () => {
    const ended = recognition.read(['/pictures']);
    await settle();
    const request = host.last;
    request.tell(9, read('/a.png', 7, 0.98), read('/b.png', 7, 0.98));
    recognition.stop();
    await ended;
    request.tell(9, read('/c.png', 7, 0.98));
    request.answer();
    await settle();
    vi.advanceTimersByTime(1000);
    expect(request.signal?.aborted).toBe(true);
    expect(state().reading).toMatchObject({ status: 'stopped', done: 2, total: 9 });
    expect(files()).toEqual(['/a.png', '/b.png']);
  });

  it('drops an older request for a newer one', async () => {
    void recognition.read(['/old']);
    await settle();
    const old = host.last;
    const ended = recognition.read(['/new']);
    await settle();
    host.last.tell(1, read('/new/a.png', 2, 0.9));
    host.last.answer();
    old.tell(1, read('/old/a.png', 1, 0.9));
    old.answer();
    await ended;
    await settle();
    expect(old.signal?.aborted).toBe(true);
    expect(files()).toEqual(['/new/a.png']);
  });

  it('says why it failed', async () => {
    const ended = recognition.read(['/pictures']);
    await settle();
    host.last.fail(new Problem('starter is damaged', { remedy: 'choose another model' }));
    await ended;
    expect(state().reading).toMatchObject({
      status: 'failed',
      problem: 'starter is damaged: choose another model',
    });
  });
});

describe('another model', () => {
  it('reads the same again and replaces the answers in their places', async () => {
    await readAll(read('/a.png', 7, 0.98), read('/b.png', 1, 0.9));
    recognition.move(1);
    const ended = recognition.chooseModel('other');
    await settle();
    expect(host.last.params).toMatchObject({ paths: ['/pictures'], model: 'other' });
    host.last.tell(2, read('/a.png', 4, 0.8));
    vi.advanceTimersByTime(150);
    const digits = () =>
      state().reading?.results.map((result) => 'digit' in result && result.digit);
    expect(digits()).toEqual([4, 1]);
    expect(state().reading).toMatchObject({ done: 1, total: 2 });
    host.last.tell(2, read('/b.png', 5, 0.8));
    host.last.answer('other');
    await ended;
    expect(digits()).toEqual([4, 5]);
    expect(state()).toMatchObject({ view: 'table', selected: 1, reading: { model: 'other' } });
  });

  it('leaves the old answers under their model where it cannot answer', async () => {
    await readAll(read('/a.png', 7, 0.98), read('/b.png', 1, 0.9));
    const ended = recognition.chooseModel('damaged');
    await settle();
    host.last.fail(new Problem('damaged is damaged', { remedy: 'choose another' }));
    await ended;
    expect(files()).toEqual(['/a.png', '/b.png']);
    expect(state().reading).toMatchObject({ status: 'failed', model: 'starter' });
  });
});

describe('the table', () => {
  const pictures = [
    read('/a.png', 7, 0.98),
    read('/b.png', 1, 0.55),
    unreadable('/c.png', 'c.png is empty (0 bytes)'),
    blank('/d.png'),
  ];

  it('shows first what needs a look, and goes back to the order of reading', async () => {
    await readAll(...pictures);
    recognition.toggleOrder();
    expect(state()).toMatchObject({ rows: [2, 3, 1, 0], selected: 2 });
    recognition.move(2);
    expect(state().selected).toBe(1);
    recognition.toggleOrder();
    expect(state()).toMatchObject({ rows: [0, 1, 2, 3], selected: 1 });
  });

  it('stays at its ends', async () => {
    await readAll(...pictures);
    recognition.move(-5);
    expect(state().selected).toBe(0);
    recognition.move(1000);
    expect(state().selected).toBe(3);
  });

  it('goes back step by step: stops, closes the picture, leaves', async () => {
    await readAll(...pictures);
    recognition.lookCloser();
    void recognition.readAgain();
    await settle();
    vi.advanceTimersByTime(150);
    expect(recognition.back()).toBe('stepped');
    expect(state()).toMatchObject({ view: 'picture', reading: { status: 'stopped' } });
    expect(recognition.back()).toBe('stepped');
    expect(state().view).toBe('table');
    expect(recognition.back()).toBe('left');
  });
});

describe('the filter', () => {
  const pictures = [
    read('/a.png', 7, 0.98),
    read('/b.png', 1, 0.7),
    read('/c.png', 7, 0.55),
    unreadable('/d.png', 'd.png is empty (0 bytes)'),
  ];

  it('narrows the table while it is typed, and stays when it is kept', async () => {
    await readAll(...pictures);
    recognition.move(1);
    recognition.openFilter();
    recognition.filterBy('7');
    expect(state()).toMatchObject({ rows: [0, 2], selected: 0, filterLine: 'open' });
    recognition.filterBy('7 medium');
    expect(state()).toMatchObject({ rows: [2], selected: 2 });
    recognition.keepFilter();
    expect(state()).toMatchObject({ filter: '7 medium', filterLine: 'closed', rows: [2] });
  });

  it('leaves what is looked at where it goes with it', async () => {
    await readAll(...pictures);
    recognition.move(2);
    recognition.filterBy('7');
    expect(state().selected).toBe(2);
    recognition.clearFilter();
    expect(state()).toMatchObject({ rows: [0, 1, 2, 3], selected: 2, filter: '' });
  });

  it('goes with the order', async () => {
    await readAll(...pictures);
    recognition.filterBy('png');
    recognition.toggleOrder();
    expect(state().rows).toEqual([3, 2, 1, 0]);
    recognition.filterBy('7');
    expect(state().rows).toEqual([2, 0]);
    recognition.move(1);
    expect(state().selected).toBe(0);
  });

  it('may leave nothing, and then nothing is moved or shown', async () => {
    await readAll(...pictures);
    recognition.filterBy('nobody');
    expect(state().rows).toEqual([]);
    recognition.move(1);
    recognition.lookCloser();
    recognition.switchView();
    expect(state().view).toBe('table');
  });

  it('stays while the same is read again, and is gone for other pictures', async () => {
    await readAll(...pictures);
    recognition.filterBy('7');
    const ended = recognition.readAgain();
    await settle();
    host.last.tell(4, ...pictures.slice(0, 3), read('/d.png', 7, 0.9));
    host.last.answer();
    await ended;
    expect(state()).toMatchObject({ filter: '7', rows: [0, 2, 3] });
    await readAll(...pictures.slice(0, 2));
    expect(state()).toMatchObject({ filter: '', rows: [0, 1] });
  });

  it('is left one step at a time: the picture, the filter, the screen', async () => {
    await readAll(...pictures);
    recognition.openFilter();
    recognition.filterBy('1');
    recognition.switchView();
    expect(state()).toMatchObject({ view: 'picture', filterLine: 'closed', filter: '1' });
    expect(recognition.back()).toBe('stepped');
    expect(state()).toMatchObject({ view: 'table', filter: '1' });
    expect(recognition.back()).toBe('stepped');
    expect(state()).toMatchObject({ filter: '', rows: [0, 1, 2, 3] });
    expect(recognition.back()).toBe('left');
  });

  it('is the first step back where the table is not seen', async () => {
    await readAll(...pictures);
    recognition.filterBy('7');
    recognition.lookCloser();
    expect(recognition.back({ views: 'one' })).toBe('stepped');
    expect(state()).toMatchObject({ view: 'picture', filter: '' });
    expect(recognition.back({ views: 'one' })).toBe('left');
  });
});

describe('previews', () => {
  const several = [1, 2, 3, 4].map((number) => read(`/${number}.png`, number, 0.9));

  it('are loaded for the picture that is shown, and kept', async () => {
    await readAll(...several);
    expect(host.previews).toEqual([]);
    recognition.lookCloser();
    expect(state().preview).toEqual({ file: '/1.png', status: 'loading' });
    await settle();
    expect(state().preview).toMatchObject({ file: '/1.png', status: 'ready', width: 30 });
    recognition.move(1);
    await settle();
    recognition.move(-1);
    expect(state().preview).toMatchObject({ file: '/1.png', status: 'ready' });
    expect(host.previews).toEqual(['/1.png', '/2.png']);
  });

  it('are not loaded for pictures that are passed by', async () => {
    await readAll(...several);
    recognition.lookCloser();
    for (let turn = 0; turn < 3; turn += 1) recognition.move(1);
    await settle();
    await settle();
    expect(host.previews).toEqual(['/1.png', '/4.png']);
    expect(state().preview).toMatchObject({ file: '/4.png', status: 'ready' });
  });

  it('are loaded beside the table where that shows them', async () => {
    await readAll(...several);
    recognition.showPreviews('always');
    await settle();
    recognition.select(2);
    await settle();
    expect(state()).toMatchObject({ view: 'table', preview: { file: '/3.png', status: 'ready' } });
    recognition.filterBy('nobody');
    expect(state().preview).toBeUndefined();
    recognition.showPreviews('large');
    recognition.clearFilter();
    await settle();
    expect(state().preview).toBeUndefined();
    expect(host.previews).toEqual(['/1.png', '/3.png']);
  });

  it('are loaded anew when the pictures are read again', async () => {
    await readAll(read('/1.png', 1, 0.9));
    void recognition.readAgain();
    await settle();
    expect(host.previews).toEqual(['/1.png', '/1.png']);
  });

  it('that fail say why', async () => {
    host.preview = async () => {
      throw new Problem('1.png is not there', { remedy: 'check the path' });
    };
    await readAll(read('/1.png', 1, 0.9));
    expect(state().preview).toMatchObject({ problem: '1.png is not there: check the path' });
  });
});

it('says why the models cannot be listed', async () => {
  host.listModels = async () => {
    throw new Problem('the host did not start', { remedy: 'see its log' });
  };
  await recognition.loadModels();
  expect(state().models).toEqual({
    status: 'failed',
    problem: 'the host did not start: see its log',
  });
});
