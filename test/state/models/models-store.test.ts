import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import type { HostConnection } from '../../../src/state/host-connection.js';
import { exportChoices } from '../../../src/state/models/export-choices.js';
import { ModelsStore } from '../../../src/state/models/models-store.js';
import { connectionOf } from '../run-fakes.js';
import { ModelsHost } from './models-fakes.js';

let host: ModelsHost;
let connection: HostConnection;
let models: ModelsStore;

beforeEach(async () => {
  host = new ModelsHost();
  connection = connectionOf(host);
  models = new ModelsStore(connection, '/work');
  await connection.refresh();
});
afterEach(() => connection.close());

const state = () => models.store.getState();

it('looks at the first model until another one is chosen, and not beyond the last', () => {
  expect(models.model?.name).toBe('mine');
  models.move(5);
  expect(models.model?.name).toBe('starter');
  models.move(-5);
  expect(models.place).toBe(0);
});

describe('a change', () => {
  it('renames the model and goes on looking at it', async () => {
    models.lookAt('starter');
    models.ask('rename');
    expect(state().typed).toBe('starter');
    models.type('  reader ');
    await models.rename();
    expect(host.asked).toEqual(['rename starter reader']);
    expect(models.model?.name).toBe('reader');
    expect(state()).toMatchObject({ panel: 'none', work: { status: 'done' } });
  });

  it('does nothing where the name stays as it is', async () => {
    models.ask('rename');
    await models.rename();
    expect(host.asked).toEqual([]);
    expect(state().panel).toBe('none');
  });

  it('deletes, looks at the next model, and brings back', async () => {
    models.open();
    await models.remove();
    expect(models.models.map(({ name }) => name)).toEqual(['starter']);
    expect(state()).toMatchObject({ page: 'list', name: 'starter', deleted: 'mine' });
    await models.undo();
    expect(models.model?.name).toBe('mine');
    expect(state().deleted).toBeUndefined();
    await models.undo();
    expect(host.asked).toEqual(['remove mine', 'restore mine']);
  });

  it('makes a model the default, and gives the default up again', async () => {
    await models.choose();
    await models.choose();
    expect(host.asked).toEqual(['choose mine', 'choose undefined']);
  });

  it('says why it failed, and leaves everything as it was', async () => {
    host.failure = new Problem('the disk is full', { remedy: 'make room' });
    await models.remove();
    expect(state().work).toEqual({ status: 'failed', problem: 'the disk is full: make room' });
    expect(models.models).toHaveLength(2);
    expect(state().deleted).toBeUndefined();
  });
});

it('tells what reading a model whole came to', async () => {
  await models.verify();
  expect(state().work).toMatchObject({ status: 'done' });
  host.verdict = { name: 'mine', problem: 'model mine is damaged' };
  await models.verify();
  expect(state().work).toEqual({ status: 'failed', problem: 'model mine is damaged' });
});

describe('an export', () => {
  it('goes to the exports of the workspace, or where one types', async () => {
    const [keras] = exportChoices;
    models.exportTo(keras);
    expect(state().typed).toBe('exports/mine.keras');
    await models.export();
    models.exportTo(keras);
    models.type('/else/where.keras');
    await models.export();
    expect(host.asked).toEqual([
      'export mine keras /work/exports/mine.keras keep',
      'export mine keras /else/where.keras keep',
    ]);
    expect(state().work).toEqual({
      status: 'done',
      words: 'mine is written to /else/where.keras',
      bytes: 2048,
    });
  });

  it('waits for a place', async () => {
    models.exportTo(exportChoices[2]);
    models.type(' ');
    await models.export();
    expect(host.asked).toEqual([]);
    expect(state().panel).toBe('export-file');
  });
});
