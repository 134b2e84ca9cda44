import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RunSandbox } from './run-sandbox.js';

describe('a run', () => {
  it('goes on without its client, and tells the next one everything', async () => {
    const place = await RunSandbox.open();
    const first = await place.connect();
    const run = await first.start({ epochs: 1000 });
    await first.untilType('epoch-ended');
    first.client.close();

    const second = await place.connect();
    const { events } = await second.client.attachRun(run);
    expect(events.slice(0, first.events.length)).toEqual(first.events);
    await second.untilType('epoch-ended');
    await second.client.stopRun(run);
    expect(await second.summary(run)).toMatchObject({ status: 'stopped', model: run });
  });

  it('goes on when the line of its terminal drops', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    await watcher.start({ epochs: 1000 });
    await watcher.untilType('epoch-ended');
    process.kill(place.sandbox.hostPid, 'SIGHUP');
    const seen = watcher.events.length;
    await watcher.until((event) => watcher.events.indexOf(event) > seen + 5);
  });

  it('is held, changed and let go by one client while another sees it', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    const other = await place.connect();
    const run = await watcher.start({ epochs: 1000 });
    await watcher.untilType('epoch-ended');
    await other.client.runs.pause(run);
    await watcher.untilType('paused');
    expect(await other.summary(run)).toMatchObject({ status: 'paused' });
    await other.client.runs.change({ run, learningRate: 0.0004, epochs: 900 });
    expect(await watcher.untilType('settings-changed')).toMatchObject({
      learningRate: { to: 0.0004 },
      epochs: { from: 1000, to: 900 },
    });
    const held = watcher.events.length;
    expect(await other.client.runs.resume(run)).toEqual({});
    await watcher.untilType('resumed');
    const next = await watcher.until(
      (event) => event.type === 'epoch-started' && watcher.events.indexOf(event) > held,
    );
    expect(next).toMatchObject({ learningRate: 0.0004 });
    await other.client.runs.stopNow(run);
    expect(await watcher.untilType('stopped')).toMatchObject({ model: null });
  });

  it('answers who held it also where it is let go before it was', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    const run = await watcher.start({ epochs: 1000 });
    const held = watcher.client.runs.pause(run);
    await watcher.client.runs.resume(run);
    await held;
    await watcher.untilType('epoch-ended');
    await watcher.client.runs.stopNow(run);
  });

  it('fails before its first epoch where the samples that were held out are not there', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    await watcher.start({ epochs: 1000 }, { data: { test: 'nowhere' } });
    await expect(watcher.untilType('epoch-started')).rejects.toThrow(/nowhere is not there/);
  });

  it('refuses what cannot be', async () => {
    const place = await RunSandbox.open();
    const { client } = await place.connect();
    const watcher = await place.connect();
    const run = await watcher.start({ epochs: 1000 });
    await watcher.untilType('epoch-ended');
    await expect(client.runs.change({ run, learningRate: 100 })).rejects.toThrow(/from 1e-7 to 10/);
    await expect(client.runs.remove(run)).rejects.toThrow(/is not over/);
    await expect(client.runs.pause('another')).rejects.toThrow(/another is not under way/);
    await expect(client.runs.resume('another')).rejects.toThrow(/there is no run another/);
    await expect(client.runs.resume('../digits')).rejects.toThrow(/the name of a run/);
    await expect(watcher.start()).rejects.toThrow(/is under way/);
    await client.stopRun(run);
    await expect(client.runs.pause(run)).rejects.toThrow(/is not under way/);
  });

  it('can be taken up by another host where it was held and the first has left', async () => {
    const place = await RunSandbox.open();
    const first = await place.connect();
    const run = await first.start({ epochs: 1000 });
    await first.untilType('epoch-ended');
    await first.client.runs.pause(run);
    const { pid } = await first.client.hello();
    first.client.close();
    const second = await untilOtherHost(place, pid);
    expect(await second.summary(run)).toMatchObject({ status: 'paused' });
    const resumed = await second.client.runs.resume(run);
    expect(resumed).toMatchObject({ lost: { epochs: 0, steps: 0 } });
    await second.untilType('epoch-ended');
  });

  it('goes on after its host was killed at any moment, with nothing torn or half written', async () => {
    const place = await RunSandbox.open();
    let watcher = await place.connect();
    const run = await watcher.start({ epochs: 1000, recipe: 'fast' });
    await watcher.untilType('state-saved');
    for (let kill = 0; kill < 20; kill++) {
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 160));
      await place.killHost();
      watcher.client.close();
      watcher = await place.connect();
      const dead = await watcher.summary(run);
      expect(dead).toMatchObject({ status: 'failed', resumable: { epoch: expect.any(Number) } });
      const { from, lost } = await watcher.client.runs.resume(run);
      expect(from).toMatchObject({ epoch: dead?.resumable?.epoch });
      expect(lost?.epochs).toBeLessThanOrEqual(1);
      await watcher.untilType('state-saved');
      expect(place.tornLines(run)).toEqual([]);
      place.readAllTensors(run);
    }
    await watcher.client.stopRun(run);
    const { events } = await watcher.client.attachRun(run);
    const ended = events.filter((event) => event.type === 'epoch-ended');
    expect(events.filter(({ type }) => type === 'resumed')).toHaveLength(20);
    expect(ended.length).toBeGreaterThanOrEqual(20);
    place.readAllTensors(run);
  }, 240_000);

  it('comes to the same weights as if it had never ended', async () => {
    const place = await RunSandbox.open({ perClass: 40 });
    const settings = { epochs: 6, recipe: 'fast' } as const;
    let watcher = await place.connect();
    await watcher.start(settings, { name: 'straight' });
    const straight = await watcher.untilType('completed');

    watcher.events.length = 0;
    const run = await watcher.start(settings, { name: 'broken' });
    await watcher.until((event) => event.type === 'epoch-started' && event.epoch === 4);
    await place.killHost();
    watcher = await place.connect();
    await watcher.client.runs.resume(run);
    const broken = await watcher.untilType('completed');
    expect(broken.epochs).toBe(6);
    expect(broken.validation.loss).toBeCloseTo(straight.validation.loss, 4);
    expect(broken.validation.accuracy).toBe(straight.validation.accuracy);
  }, 90_000);
});

describe('the queue', () => {
  it('runs what waits one after the other, in the order that is wanted', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    const first = await watcher.start({ epochs: 1000 });
    for (const name of ['a', 'b', 'c']) {
      await watcher.start({ epochs: 1 }, { name, when: 'queued' });
    }
    await watcher.untilType('started');
    await watcher.client.runs.move('c', 1);
    await watcher.client.stopRun('b');
    expect(await watcher.summary('b')).toBeUndefined();
    expect(await watcher.summary('c')).toMatchObject({ status: 'waiting', queued: 1 });
    await expect(watcher.start({}, { name: 'a', when: 'queued' })).rejects.toThrow(/model a/);
    await watcher.client.stopRun(first);
    const end = async (run: string) =>
      watcher.until((event) => event.type === 'completed' && event.run === run);
    await Promise.all([end('a'), end('c')]);
    const order = watcher.events.flatMap((event) => (event.type === 'started' ? event.run : []));
    expect(order).toEqual([first, 'c', 'a']);
  });

  it('outlives its host', async () => {
    const place = await RunSandbox.open();
    let watcher = await place.connect();
    await watcher.start({ epochs: 1000 });
    await watcher.start({ epochs: 1 }, { name: 'next', when: 'queued' });
    await place.killHost();
    watcher = await place.connect();
    await expect
      .poll(async () => (await watcher.summary('next'))?.status, { timeout: 15_000 })
      .toBe('completed');
  });
});

describe('a run that is over', () => {
  it('is put away and brought back, with what was said about it', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    const { client } = watcher;
    const run = await watcher.start({ epochs: 1 }, { name: 'short' });
    await watcher.untilType('completed');
    await expect.poll(async () => (await watcher.summary(run))?.status).toBe('completed');
    await client.runs.describe({ run, title: 'the first', note: 'on drawn strokes' });
    await client.runs.describe({ run, note: '' });
    expect(await watcher.summary(run)).toMatchObject({ title: 'the first' });
    expect((await watcher.summary(run))?.note).toBeUndefined();
    await client.runs.remove(run);
    expect(await watcher.summary(run)).toBeUndefined();
    expect(readdirSync(place.sandbox.path('models'))).toEqual(['short']);
    await client.runs.restore(run);
    expect(await watcher.summary(run)).toMatchObject({ title: 'the first', status: 'completed' });
    await expect(client.runs.restore(run)).rejects.toThrow(/not among those/);
  });

  it('does not go on with samples that have changed', async () => {
    const place = await RunSandbox.open();
    const watcher = await place.connect();
    const run = await watcher.start({ epochs: 1000 });
    await watcher.untilType('state-saved');
    await watcher.client.runs.stopNow(run);
    rmSync(place.sandbox.path('digits', '3'), { recursive: true });
    mkdirSync(place.sandbox.path('digits', '3'));
    watcher.events.length = 0;
    await watcher.client.runs.resume(run);
    expect(await watcher.untilType('failed')).toMatchObject({
      reason: 'the samples of digits are not those of this run',
    });
    const log = () => readFileSync(place.sandbox.path('runs', run, 'events.jsonl'), 'utf8');
    await expect.poll(() => log().trim().split('\n').at(-1)).toContain('not those of this run');
  });
});

/** A client of the host that comes after the one with this number. */
async function untilOtherHost(place: RunSandbox, pid: number) {
  for (;;) {
    const watcher = await place.connect();
    if ((await watcher.client.hello()).pid !== pid) return watcher;
    watcher.client.close();
    await new Promise((resolve) => setTimeout(resolve, 1200));
  }
}
