import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostConnection } from '../../../src/state/host-connection.js';
import { ImportStore } from '../../../src/state/models/import-store.js';
import { ModelsStore } from '../../../src/state/models/models-store.js';
import { connectionOf } from '../run-fakes.js';
import { ModelsHost, tried } from './models-fakes.js';

let host: ModelsHost;
let connection: HostConnection;
let models: ModelsStore;
let imports: ImportStore;

beforeEach(async () => {
  host = new ModelsHost();
  connection = connectionOf(host);
  models = new ModelsStore(connection, '/work');
  imports = new ImportStore(models);
  await connection.refresh();
});
afterEach(() => connection.close());

const state = () => imports.store.getState();

async function open() {
  void imports.try('/m/theirs.keras');
  await expect.poll(() => host.imports.length).toBe(1);
}

it('tells how far it is, then looks at the way that reads best', async () => {
  await open();
  const progress = { phase: 'check', done: 2000, total: 6000 } as const;
  host.lastImport.options.onProgress?.(progress);
  expect(state()).toMatchObject({ status: 'working', task: 'try', progress });
  host.lastImport.answer(tried);
  await expect.poll(state).toMatchObject({ status: 'tried', place: 1 });
});

it('keeps the model in the way that is looked at, and looks at it', async () => {
  await open();
  host.lastImport.answer(tried);
  await expect.poll(state).toMatchObject({ status: 'tried' });
  imports.move(-1);
  const keeping = imports.keep();
  await expect.poll(() => host.imports.length).toBe(2);
  expect(host.lastImport.params.reading).toMatchObject({
    scale: 'unit',
    polarity: 'light-on-dark',
  });
  host.keep('theirs');
  await keeping;
  expect(state()).toEqual({ status: 'none' });
  expect(models.model?.name).toBe('theirs');
  expect(models.store.getState().work).toEqual({
    status: 'done',
    words: 'theirs is imported, and reads as it is',
  });
});

it('stays among the ways that there are', async () => {
  await open();
  host.lastImport.answer(tried);
  await expect.poll(state).toMatchObject({ status: 'tried' });
  imports.move(20);
  expect(state()).toMatchObject({ place: tried.check.readings.length - 1 });
  imports.move(-20);
  expect(state()).toMatchObject({ place: 0 });
});

it('says why a file cannot be read', async () => {
  await open();
  host.lastImport.fail(new Error('theirs.keras is damaged'));
  await expect
    .poll(state)
    .toEqual({ status: 'failed', file: '/m/theirs.keras', problem: 'theirs.keras is damaged' });
});

it('gives up what is under way, of which nothing is heard any more', async () => {
  await open();
  imports.close();
  expect(host.lastImport.options.signal?.aborted).toBe(true);
  host.lastImport.answer(tried);
  await Promise.resolve();
  expect(state()).toEqual({ status: 'none' });
});
