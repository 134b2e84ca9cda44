import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import { drawDataset, Sandbox } from '../support/sandbox.js';

let sandbox: Sandbox;
let client: HostClient;
const before = { ...process.env };

beforeEach(async () => {
  sandbox = await Sandbox.open();
  // The cache of the person who runs the tests is not theirs to empty.
  Object.assign(process.env, sandbox.env, { DIGITSCOPE_CACHE: join(sandbox.root, 'cache') });
  await drawDataset(sandbox.path('strokes'), { digits: [0, 4, 7], perClass: 5 });
  client = await HostClient.connect(new Workspace(sandbox.workspace));
});
afterEach(() => {
  client.close();
  process.env = { ...before };
  sandbox.close();
});

const room = { width: 64, height: 64 };

describe('what there is to learn from', () => {
  it('is counted for each digit, on both sides of the split that a run would make', async () => {
    const { perClass, split, count, sources } = await client.data.describe({
      source: 'strokes',
      validationSplit: 0.4,
    });
    expect(count).toBe(15);
    expect(perClass).toEqual([5, 0, 0, 0, 5, 0, 0, 5, 0, 0]);
    expect(split).toMatchObject({
      train: [3, 0, 0, 0, 3, 0, 0, 3, 0, 0],
      validation: [2, 0, 0, 0, 2, 0, 0, 2, 0, 0],
    });
    expect(sources).toEqual([{ source: 'strokes', format: 'folders', count: 15 }]);
  });

  it('is told of several sources together, limited, with what is held out', async () => {
    await drawDataset(sandbox.path('own'), { digits: [4, 9], perClass: 5 });
    await drawDataset(sandbox.path('held'), { digits: [9], perClass: 1 });
    const data = { extra: ['own'], limitPerClass: 4, test: 'held' };
    const summary = await client.data.describe({ source: 'strokes', data });
    expect(summary.perClass).toEqual([4, 0, 0, 0, 4, 0, 0, 4, 0, 4]);
    expect(summary.sources.map(({ source }) => source)).toEqual(['strokes', 'own']);
    expect(summary.sources.reduce((sum, { count }) => sum + count, 0)).toBe(16);
    expect(summary.test).toMatchObject({ source: 'held', count: 1, format: 'folders' });
  });

  it('is refused where a source is named twice', async () => {
    const data = { extra: ['strokes'] };
    await expect(client.data.describe({ source: 'strokes', data })).rejects.toThrow(
      'strokes is named twice',
    );
  });

  it('names the pictures that are there under two labels, with the pictures', async () => {
    const from = sandbox.path('strokes', '4', '2.png');
    await copyFile(from, sandbox.path('strokes', '7', 'copied.png'));
    const { duplicates, warnings } = await client.data.describe({ source: 'strokes' });
    expect(duplicates).toMatchObject({ copies: 1, acrossClasses: 1 });
    const [{ samples }] = duplicates.groups;
    expect(samples.map(({ label, file }) => [label, file])).toEqual([
      [4, from],
      [7, sandbox.path('strokes', '7', 'copied.png')],
    ]);
    expect(samples[0].pixels).toBe(samples[1].pixels);
    expect(warnings[0]).toMatch(/^1 picture is there under two labels/);
  });

  it('says which held-out samples are learnt from', async () => {
    await mkdir(sandbox.path('held', '0'), { recursive: true });
    await copyFile(sandbox.path('strokes', '0', '1.png'), sandbox.path('held', '0', 'same.png'));
    const summary = await client.data.describe({ source: 'strokes', data: { test: 'held' } });
    expect(summary.test?.shared).toBe(1);
    expect(summary.warnings).toContainEqual(expect.stringMatching(/^1 held-out sample is trained/));
  });
});

describe('a closer look', () => {
  it('pages through the samples of a digit', async () => {
    const { set } = await client.data.describe({ source: 'strokes' });
    const { samples } = await client.data.samples({ set, digit: 4, from: 1, count: 2 });
    expect(samples.map(({ index, label, file }) => [index, label, file])).toEqual([
      [6, 4, sandbox.path('strokes', '4', '1.png')],
      [7, 4, sandbox.path('strokes', '4', '2.png')],
    ]);
    const end = await client.data.samples({ set, from: 14, count: 9 });
    expect(end.samples).toHaveLength(1);
  });

  it('pages through what was left out', async () => {
    for (let index = 0; index < 205; index++) {
      writeFileSync(sandbox.path('strokes', '0', `bad${index}.png`), '');
    }
    const { set, skipped, skippedCount } = await client.data.describe({ source: 'strokes' });
    expect([skipped.length, skippedCount]).toEqual([200, 205]);
    const rest = await client.data.skipped({ set, from: 200, count: 50 });
    expect(rest.skipped).toHaveLength(5);
  });

  it('shows a sample as it was, or why not', async () => {
    const file = sandbox.path('strokes', '7', '3.png');
    await sharp(file).resize(120, 90, { fit: 'fill' }).toFile(sandbox.path('large.png'));
    await copyFile(sandbox.path('large.png'), file);
    const { set } = await client.data.describe({ source: 'strokes' });
    const original = await client.data.original({ set, index: 13, ...room });
    expect(original).toMatchObject({ width: 120, height: 90 });
    const { width } = await sharp(Buffer.from(original.png, 'base64')).metadata();
    expect(width).toBe(64);
    await rm(file);
    await expect(client.data.original({ set, index: 13, ...room })).rejects.toThrow('3.png');
  });

  it('shows a sample of many in one file', async () => {
    const { set } = await client.data.describe({ source: 'mnist:test' });
    const { samples } = await client.data.samples({ set, from: 4, count: 1 });
    const { png } = await client.data.original({ set, index: 4, ...room });
    const pixels = await sharp(Buffer.from(png, 'base64')).extractChannel(0).raw().toBuffer();
    expect(pixels.toString('base64')).toBe(samples[0].pixels);
  });

  it('is of the last sets alone', async () => {
    const { set } = await client.data.describe({ source: 'strokes' });
    await client.data.describe({ source: 'strokes' });
    await client.data.describe({ source: 'strokes' });
    await expect(client.data.samples({ set, from: 0, count: 1 })).rejects.toThrow(
      'these samples are no longer in memory',
    );
  });
});

describe('a folder that is made', () => {
  const request = (folder: string) => ({
    source: 'mnist:test',
    folder: sandbox.path(folder),
    perClass: 12,
    format: 'png' as const,
  });

  it('holds the samples as they are', async () => {
    const phases: string[] = [];
    const made = await client.data.makeFolder(request('made'), {
      onProgress: ({ phase, done, total }) => phases.push(`${phase} ${done}/${total}`),
    });
    expect(made.perClass).toEqual(Array(10).fill(12));
    expect(phases.at(-1)).toBe('write 120/120');
    const folder = await client.data.describe({ source: 'made' });
    const { set } = await client.data.describe({
      source: 'mnist:test',
      data: { limitPerClass: 12 },
    });
    expect(folder).toMatchObject({ count: 120, format: 'folders', skippedCount: 0 });
    const digit = { digit: 3, from: 0, count: 12 };
    const [of, from] = await Promise.all(
      [folder.set, set].map((each) => client.data.samples({ set: each, ...digit })),
    );
    expect(of.samples.map(({ pixels }) => pixels)).toEqual(
      from.samples.map(({ pixels }) => pixels),
    );
  });

  it('never takes the place of anything', async () => {
    await mkdir(sandbox.path('mine'));
    writeFileSync(sandbox.path('mine', 'letter.txt'), 'dear');
    await expect(client.data.makeFolder(request('mine'))).rejects.toThrow(/mine has content/);
    writeFileSync(sandbox.path('file'), '');
    await expect(client.data.makeFolder(request('file'))).rejects.toThrow(/file cannot be used/);
    expect(readdirSync(sandbox.path('mine'))).toEqual(['letter.txt']);
  });

  it('leaves nothing when it is cancelled', async () => {
    const cancel = new AbortController();
    const making = client.data.makeFolder(
      { ...request('half'), source: 'mnist', perClass: 5000 },
      {
        signal: cancel.signal,
        onProgress: ({ phase, done }) => {
          if (phase === 'write' && done > 0) cancel.abort();
        },
      },
    );
    await expect(making).rejects.toThrow();
    expect(existsSync(sandbox.path('half'))).toBe(false);
    expect(readdirSync(sandbox.workspace).filter((name) => name.includes('half'))).toEqual([]);
  });
});

it('the cache of packed sources can be emptied, and the sources stay', async () => {
  await client.data.describe({ source: 'strokes' });
  const cleared = await client.data.clearCache();
  expect(cleared.bytes).toBeGreaterThanOrEqual(0);
  expect(existsSync(join(sandbox.path('strokes'), '0', '0.png'))).toBe(true);
  expect(await client.data.clearCache()).toEqual({ files: 0, bytes: 0 });
});
