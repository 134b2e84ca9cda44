import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RecentWeights } from '../../src/host/recent-weights.js';
import { programRoot, Workspace } from '../../src/host/workspace.js';

let root: string;
let recent: RecentWeights;
const model = () => join(root, 'models', 'mine');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  root = mkdtempSync(join(tmpdir(), 'digitscope-weights-'));
  cpSync(join(programRoot, 'models', 'mnist-fast'), model(), { recursive: true });
  recent = new RecentWeights(new Workspace(root));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

const find = () => recent.find({ model: 'mine' });
const gone = 'mine';

it('reads weights once for who asks again and again', async () => {
  const found = await find();
  expect(await find()).toBe(found);
  expect((await Promise.all([find(), find()]))[1]).toBe(found);
});

it('still answers when a model has just been deleted, and says so to the next question', async () => {
  const found = await find();
  rmSync(model(), { recursive: true });
  vi.advanceTimersByTime(1500);
  expect(await find()).toBe(found);
  await vi.waitFor(() => expect(find()).rejects.toThrow(gone));
});

it('looks anew when nobody has asked for a while', async () => {
  await find();
  rmSync(model(), { recursive: true });
  vi.advanceTimersByTime(6000);
  await expect(find()).rejects.toThrow(gone);
});

it('does not remember that something was not there', async () => {
  await expect(recent.find({ model: 'late' })).rejects.toThrow('late');
  cpSync(model(), join(root, 'models', 'late'), { recursive: true });
  expect((await recent.find({ model: 'late' })).key).toBe((await find()).key);
});
