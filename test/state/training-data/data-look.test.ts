import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { DataLook } from '../../../src/state/training-data/data-look.js';
import { TrainingForm } from '../../../src/state/training-form-store.js';
import { FakeDataHost, leftOut, photos } from './data-fakes.js';

let root: string;
let host: FakeDataHost;
let form: TrainingForm;
let look: DataLook;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-look-'));
  host = new FakeDataHost();
  form = new TrainingForm(host.connection, new Workspace(root));
  look = new DataLook({ connection: host.connection, form, results: join(root, 'results') });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const state = () => look.store.getState();

it('opens only where the data is known', async () => {
  look.open();
  expect(state().layer).toBe('closed');
  await form.describe();
  look.open();
  expect(state().layer).toBe('pages');
});

it('turns round its views', () => {
  look.turn(-1);
  expect(state().page).toBe('skipped');
  look.turn(1);
  expect(state().page).toBe('overview');
});

it('lists the samples of one digit after the other, and then of all', async () => {
  await form.describe();
  expect(look.samples.store.getState().count).toBe(30);
  look.turnDigit(1);
  expect(state().digit).toBe(0);
  expect(look.samples.store.getState().count).toBe(10);
  await look.samples.want(0, 5);
  expect(host.asked).toEqual([{ set: 'data-7', digit: 0, from: 0, count: 5 }]);
  look.turnDigit(-1);
  expect(state().digit).toBeUndefined();
  look.turnDigit(-1);
  expect(state().digit).toBe(9);
  expect(look.samples.store.getState().count).toBe(0);
});

it('lists the samples of the same pixels group by group', async () => {
  await form.describe();
  await look.twins.want(0, 2);
  const { count, items } = look.twins.store.getState();
  expect(count).toBe(2);
  expect([0, 1].map((place) => items.get(place)?.sample.label)).toEqual([0, 1]);
  expect(items.get(1)?.group).toBe(1);
});

it('goes from a sample to its view, and then away', async () => {
  await form.describe();
  look.open();
  look.openSample();
  look.back();
  expect(state().layer).toBe('pages');
  look.back();
  expect(state().layer).toBe('closed');
});

it('begins anew when the data is looked at again', async () => {
  await form.describe();
  await look.samples.want(0, 3);
  host.summary = { ...photos, set: 'data-8', count: 12 };
  await form.describe();
  expect(look.samples.store.getState()).toMatchObject({ count: 12, place: 0 });
  expect(look.samples.store.getState().items.size).toBe(0);
});

it('saves the whole list of what was left out, however long', async () => {
  host.skippedEntries = leftOut(2500);
  host.summary = { ...photos, skippedCount: 2500 };
  await form.describe();
  const saved = await look.saveSkipped(new Date(2025, 5, 3, 10, 15, 2));
  expect(saved).toEqual({ file: join(root, 'results', 'left-out-20250603-101502.csv') });
  const lines = readFileSync((saved as { file: string }).file, 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(2501);
  expect(lines.at(-1)).toBe('/photos/7/bad2499.png,bad2499.png is empty');
});

it('says that there is nothing to save where nothing was left out', async () => {
  host.summary = { ...photos, skipped: [], skippedCount: 0 };
  await form.describe();
  expect(await look.saveSkipped(new Date())).toEqual({ problem: 'nothing was left out' });
});
