import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run/event.js';
import { listRuns, RunLog, readRunEvents } from '../../src/host/run-log.js';

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

  it('tells what runs there are, even where one has no log', async () => {
    await write('a', epochStarted(4));
    await rm(join(runs, 'a', 'events.jsonl'));
    await write('b', epochStarted(2));
    await writeFile(join(runs, 'note.txt'), '');
    const listed = await listRuns(runs);
    expect(listed.map(({ id, epoch }) => [id, epoch]).sort()).toEqual([
      ['a', 0],
      ['b', 2],
    ]);
  });

  it('is no run where there is no folder', async () => {
    expect(await listRuns(join(runs, 'none'))).toEqual([]);
  });
});
