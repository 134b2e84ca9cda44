import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import { defaultSettings } from '../../src/core/settings.js';
import type { DataQuestion } from '../../src/host/protocol.js';
import { Workspace } from '../../src/host/workspace.js';
import type { Host } from '../../src/state/host-connection.js';
import { TrainingForm } from '../../src/state/training-form-store.js';
import { findSources } from '../../src/state/training-sources.js';
import { madeSummary } from '../support/made-summary.js';

type Describe = Host['data']['describe'];

const summary = madeSummary();

let root: string;
let asked: DataQuestion[];
let answer: Describe;
let form: TrainingForm;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-form-'));
  asked = [];
  answer = async ({ source }) => ({ ...summary, source });
  const describe: Describe = (question, options) => {
    asked.push(question);
    return answer(question, options);
  };
  const client = async () => ({ data: { describe } }) as unknown as Host;
  form = new TrainingForm({ client }, new Workspace(root));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const state = () => form.store.getState();

describe('typing', () => {
  it('changes nothing when it is undone', () => {
    form.edit();
    form.type('elsewhere');
    expect(state().values.source).toBe('elsewhere');
    form.undo();
    expect(state()).toMatchObject({ values: { source: 'mnist' }, editing: undefined });
    expect(asked).toEqual([]);
  });

  it('looks at a source that is new, from the workspace', async () => {
    form.edit();
    form.type(' digits ');
    form.submit();
    expect(state().data.status).toBe('loading');
    await expect.poll(() => state().data.status).toBe('ready');
    expect(asked).toMatchObject([{ source: 'digits' }]);
    expect(state().values.source).toBe('digits');
  });

  it('does not end on what cannot be taken, and goes on to the next field', () => {
    form.move('next');
    form.move('next');
    expect(state().field).toBe('epochs');
    form.edit();
    form.type('0');
    form.submit();
    expect(state().editing).toBeDefined();
    form.type('3');
    form.move('next');
    expect(state()).toMatchObject({
      field: 'validationSplit',
      editing: { before: '0.2' },
      values: { epochs: '3' },
    });
  });
});

describe('what is typed', () => {
  it('takes the place of what was there, and goes on from its own first letter', () => {
    form.move('next');
    form.move('next');
    form.edit();
    form.type('503');
    expect(state().values.epochs).toBe('3');
    form.type('30');
    expect(state().values.epochs).toBe('30');
  });

  it('mends what was there where it begins by taking a letter away', () => {
    form.move('next');
    form.move('next');
    form.edit();
    form.type('5');
    form.type('51');
    expect(state().values.epochs).toBe('51');
  });
});

describe('the data', () => {
  it('is unknown again when another source is chosen', async () => {
    form.setSources(['mnist', 'data/digits_jpeg']);
    await form.describe();
    expect(state().data).toMatchObject({ status: 'ready', summary: { count: 60_000 } });
    form.step('next');
    expect(state()).toMatchObject({
      values: { source: 'data/digits_jpeg' },
      data: { status: 'unknown' },
    });
  });

  it('is unknown again when there is more or less of it, and when more is held out', async () => {
    const changes = {
      extra: 'data/mine',
      limitPerClass: '100',
      test: 'mnist:test',
    };
    for (const [field, text] of Object.entries(changes)) {
      await form.describe();
      while (state().field !== field) form.move('next');
      form.edit();
      form.type(text);
      form.submit();
      expect(state().data).toEqual({ status: 'unknown' });
    }
    await form.describe();
    expect(asked.at(-1)).toEqual({
      source: 'mnist',
      data: { extra: [join('data', 'mine')], limitPerClass: 100, test: 'mnist:test' },
      seed: 42,
      validationSplit: 0.2,
    });
  });

  it('is looked at again in the background when it is split another way', async () => {
    await form.describe();
    const anew = { ...summary, warnings: ['split anew'] };
    answer = async () => anew;
    while (state().field !== 'validationSplit') form.move('next');
    form.step('next');
    expect(state().data).toEqual({ status: 'ready', summary });
    await expect.poll(() => state().data).toEqual({ status: 'ready', summary: anew });
    expect(asked.at(-1)).toMatchObject({ validationSplit: 0.25 });
  });

  it('says what is wrong with what is asked for', async () => {
    while (state().field !== 'test') form.move('next');
    form.edit();
    form.type('mnist');
    form.keep();
    await form.describe();
    expect(state().data).toEqual({
      status: 'failed',
      problem: 'it is trained on: hold out another source',
    });
  });

  it('takes a source that is chosen for the field that has the keys', async () => {
    while (state().field !== 'extra') form.move('next');
    form.takeForField('/own/digits');
    form.takeForField('/more.csv');
    expect(state().values.extra).toBe('/own/digits; /more.csv');
    while (state().field !== 'test') form.move('next');
    form.takeForField('/held');
    expect(state().values).toMatchObject({ source: 'mnist', test: '/held' });
    await expect.poll(() => state().data.status).toBe('ready');
  });

  it('says in one line why it cannot be used', async () => {
    answer = async () => {
      throw new Problem('there is no folder nope', { remedy: 'choose another' });
    };
    await form.describe();
    expect(state().data).toEqual({
      status: 'failed',
      problem: 'there is no folder nope: choose another',
    });
  });

  it('can be cancelled while it is loaded, and comes no more', async () => {
    let signal: AbortSignal | undefined;
    let finish = () => {};
    answer = ({ source }, options) => {
      signal = options?.signal;
      options?.onProgress?.({ done: 1, total: 10 });
      return new Promise((resolve) => {
        finish = () => resolve({ ...summary, source });
      });
    };
    const loading = form.describe();
    await expect.poll(() => signal).toBeDefined();
    expect(state().data).toMatchObject({ status: 'loading', progress: { done: 1, total: 10 } });
    form.cancel();
    expect(signal?.aborted).toBe(true);
    finish();
    await loading;
    expect(state().data).toEqual({ status: 'unknown' });
  });
});

describe('what is asked of the host', () => {
  it('is source and settings, and a name only where one was given', () => {
    expect(form.request()).toEqual({ source: 'mnist', settings: defaultSettings, name: undefined });
  });

  it('is nothing while a field is wrong; that field then has the keys', () => {
    form.move('next');
    form.move('next');
    form.edit();
    form.type('0');
    form.move('next');
    form.undo();
    expect(form.request()).toEqual({ error: 'epochs must be a whole number from 1 to 1000' });
    expect(state().field).toBe('epochs');
  });
});

describe('the sources that are found', () => {
  it('are the bundled one, folders of the workspace and what runs were trained on', async () => {
    mkdirSync(join(root, 'data', 'digits_jpeg'), { recursive: true });
    const run = (source: string) => ({
      request: { source, name: 'a', settings: defaultSettings },
    });
    const places = { workspace: root, program: '/nowhere' };
    expect(await findSources(places, [run('/photos'), run('mnist'), {}])).toEqual([
      'mnist',
      join('data', 'digits_jpeg'),
      '/photos',
    ]);
  });

  it('are those of the program where the workspace has none', async () => {
    const program = join(root, 'program');
    mkdirSync(join(program, 'data', 'digits_jpeg'), { recursive: true });
    const workspace = join(root, 'work');
    expect(await findSources({ workspace, program })).toEqual([
      'mnist',
      join(program, 'data', 'digits_jpeg'),
    ]);
  });
});
