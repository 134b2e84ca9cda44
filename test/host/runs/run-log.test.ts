import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run/event.js';
import { RunIndex } from '../../../src/host/runs/run-index.js';
import { RunLog, readRunEvents } from '../../../src/host/runs/run-log.js';

function epochStarted(epoch: number): RunEvent {
  return { type: 'epoch-started', at: epoch, epoch, steps: 3, learningRate: 0.001 };
}

describe('the log of a run', () => {
  let runs: string;

  beforeEach(async () => {
    runs = await mkdtemp(join(tmpdir(), 'digitscope-runs-'));
  });
  afterEach(() => rm(runs, { recursive: true }));

  async function write(id: string, ...events: RunEvent[]): Promise<string> {
    const log = await RunLog.create(runs, id);
    for (const event of events) await log.append(event);
    await log.close();
    return join(log.folder, 'events.jsonl');
  }

  it('gives its events back in order', async () => {
    await write('a', epochStarted(1), epochStarted(2));
    expect(await readRunEvents(runs, 'a')).toEqual([epochStarted(1), epochStarted(2)]);
  });

  it('is one line an event', async () => {
    const file = await write('a', epochStarted(1), epochStarted(2));
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
  });

  it('loses no more than a torn last line', async () => {
    const file = await write('a', epochStarted(1));
    await appendFile(file, '{"type":"epoch-sta');
    expect(await readRunEvents(runs, 'a')).toEqual([epochStarted(1)]);
  });

  it('passes over what it does not know', async () => {
    const file = await write('a', epochStarted(1));
    await appendFile(file, '{"type":"from-the-future"}\nnonsense\n');
    await appendFile(file, `${JSON.stringify(epochStarted(2))}\n`);
    expect(await readRunEvents(runs, 'a')).toHaveLength(2);
  });

  it('is never written over', async () => {
    await write('a', epochStarted(1));
    await expect(RunLog.create(runs, 'a')).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('goes on after its last whole line', async () => {
    const file = await write('a', epochStarted(1));
    await appendFile(file, '{"type":"epoch-sta');
    const log = await RunLog.reopen(runs, 'a');
    await log.append(epochStarted(2));
    await log.close();
    expect(await readRunEvents(runs, 'a')).toEqual([epochStarted(1), epochStarted(2)]);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
  });

  it('writes what is queued with the event after it, in order', async () => {
    const log = await RunLog.create(runs, 'a');
    log.queue(epochStarted(1));
    await log.append(epochStarted(2));
    await log.close();
    expect(await readRunEvents(runs, 'a')).toEqual([epochStarted(1), epochStarted(2)]);
  });
});

describe('the index of runs', () => {
  let runs: string;

  beforeEach(async () => {
    runs = await mkdtemp(join(tmpdir(), 'digitscope-index-'));
  });
  afterEach(() => rm(runs, { recursive: true }));

  async function write(id: string, ...events: RunEvent[]): Promise<void> {
    const log = await RunLog.create(runs, id);
    for (const event of events) await log.append(event);
    await log.close();
  }
  const listed = async (index: RunIndex) =>
    (await index.list()).map(({ state }) => [state.id, state.epoch]).sort();

  it('tells what runs there are, even where one has no log', async () => {
    await write('a', epochStarted(4));
    await rm(join(runs, 'a', 'events.jsonl'));
    await write('b', epochStarted(2));
    await writeFile(join(runs, 'note.txt'), '');
    await mkdir(join(runs, '.deleted'));
    expect(await listed(new RunIndex(runs))).toEqual([
      ['a', 0],
      ['b', 2],
    ]);
  });

  it('sees what has come to a log since', async () => {
    await write('a', epochStarted(1));
    const index = new RunIndex(runs);
    expect(await listed(index)).toEqual([['a', 1]]);
    await appendFile(join(runs, 'a', 'events.jsonl'), `${JSON.stringify(epochStarted(2))}\n`);
    expect(await listed(index)).toEqual([['a', 2]]);
  });

  it('is empty where there is no folder', async () => {
    expect(await new RunIndex(join(runs, 'none')).list()).toEqual([]);
  });
});
