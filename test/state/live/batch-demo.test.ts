import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BatchDemo } from '../../../src/state/live/batch-demo.js';
import { resultsName } from '../../../src/state/live/batch-file.js';
import { type FakeHost, read, settle, startRecognition, unreadable } from '../recognition-fakes.js';

let folder: string;
let host: FakeHost;
let batch: BatchDemo;
const moment = new Date(2025, 5, 3, 10, 15, 2);

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'digitscope-batch-'));
  const started = startRecognition();
  host = started.host;
  batch = new BatchDemo({
    recognition: started.recognition,
    results: join(folder, 'results'),
    now: () => moment,
  });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const state = () => batch.recognition.store.getState();

async function tell(...pictures: Parameters<FakeHost['last']['tell']>[1][]): Promise<void> {
  host.last.tell(4, ...pictures);
  await vi.advanceTimersByTimeAsync(200);
}

describe('a batch', () => {
  beforeEach(async () => {
    batch.read(['/june']);
    await settle();
    await tell(read('/june/a.png', 1, 0.99), read('/june/b.png', 2, 0.8));
  });

  it('shows what needs a look first, and looks at it while others come', async () => {
    expect(state().rows).toEqual([1, 0]);
    expect(state().selected).toBe(1);
    await tell(read('/june/c.png', 3, 0.6));
    expect(state().rows).toEqual([2, 1, 0]);
    expect(state().selected).toBe(2);
  });

  it('stays at the picture that a person has chosen', async () => {
    batch.recognition.move(1);
    await tell(read('/june/c.png', 3, 0.6));
    expect(state().selected).toBe(0);
  });

  it('saves what was read as CSV, also when it was cancelled', async () => {
    batch.recognition.stop();
    const saved = await batch.save('csv');
    const file = join(folder, 'results', 'june-20250603-101502.csv');
    expect(saved).toEqual({ file });
    const lines = readFileSync(file, 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^file,digit,confidence,status,/);
    expect(lines[1]).toMatch(/^\/june\/a\.png,1,0\.99,High,/);
    expect(lines).toHaveLength(4);
    // Nothing that was written beside it is left.
    expect(readdirSync(join(folder, 'results'))).toEqual(['june-20250603-101502.csv']);
  });

  it('saves as JSON with what it comes to', async () => {
    await tell(unreadable('/june/x.png', 'x.png is empty'));
    host.last.answer('starter');
    await settle();
    const saved = await batch.save('json');
    const { results, ...file } = JSON.parse(
      readFileSync('file' in saved ? saved.file : '', 'utf8'),
    );
    expect(file).toMatchObject({
      model: 'starter',
      complete: true,
      paths: ['/june'],
      totals: { count: 2, statuses: { High: 1, Medium: 1, Low: 0 }, unreadable: 1 },
    });
    expect(results[0]).toMatchObject({ file: '/june/a.png', digit: 1, blank: false });
    expect(results[0]).not.toHaveProperty('seen');
    expect(results[2]).toEqual({ file: '/june/x.png', error: 'x.png is empty' });
  });

  it('says why it could not be saved', async () => {
    writeFileSync(join(folder, 'results'), 'a file is in the way');
    expect(await batch.save('csv')).toEqual({
      problem: expect.stringMatching(/^the answers could not be saved: /),
    });
  });
});

it('has nothing to save before something was read', async () => {
  expect(await batch.save('csv')).toEqual({ problem: 'nothing was read yet' });
});

it('names a file by folder and time', () => {
  expect(resultsName('june', moment, 'json')).toBe('june-20250603-101502.json');
  expect(resultsName('', moment, 'csv')).toBe('pictures-20250603-101502.csv');
});
