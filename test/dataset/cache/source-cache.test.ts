import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cachedFiles, clearCache } from '../../../src/dataset/cache/cache-folder.js';
import { makeRoom } from '../../../src/dataset/cache/room.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { loadDataset } from '../../../src/dataset/load-dataset.js';
import {
  plainPicture,
  sevenPng,
  temporaryFolder,
  writeFiles,
} from '../../vision/temporary-folder.js';
import { ownCache } from '../own-cache.js';

async function folderOfSevens(): Promise<string> {
  const seven = await sevenPng();
  return writeFiles(await temporaryFolder(), {
    '1/a.png': seven,
    '7/b.png': seven,
    '7/more/c.png': seven,
    '7/blank.png': await plainPicture().png().toBuffer(),
  });
}

/** What a dataset holds, in short. */
function contentOf({ images, labels, skipped, files }: Dataset) {
  const pixels = createHash('sha1').update(Buffer.from(images)).digest('hex');
  return { pixels, labels: [...labels], skipped, files };
}

describe('a folder that was packed', () => {
  it('comes out of the cache as it went in, its files and skipped pictures with it', async () => {
    await ownCache();
    const folder = await folderOfSevens();
    const first = await loadDataset(folder);
    const second = await loadDataset(folder);
    expect([first.cached, second.cached]).toEqual([false, true]);
    expect(contentOf(second)).toEqual(contentOf(first));
    expect(second.origin(2)).toEqual({ file: join(folder, '7', 'more', 'c.png') });
    expect(second.images.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['a picture is added', async (f) => writeFiles(f, { '7/d.png': await sevenPng() })],
    ['one is added deep inside', async (f) => writeFiles(f, { '7/more/d.png': await sevenPng() })],
    ['a class is added', async (f) => writeFiles(f, { '3/a.png': await sevenPng() })],
    ['a picture is removed', (f) => unlink(join(f, '7', 'b.png'))],
    ['a picture is written over', async (f) => writeFile(join(f, '7', 'b.png'), await sevenPng())],
    ['a picture that was left out is', async (f) => writeFile(join(f, '7', 'blank.png'), 'text')],
  ])('is read anew where %s', async (_, change) => {
    await ownCache();
    const folder = await folderOfSevens();
    await loadDataset(folder);
    await change(folder);
    const { cached } = await loadDataset(folder);
    expect(cached).toBe(false);
    expect((await loadDataset(folder)).cached).toBe(true);
  });

  it('is read anew where a picture of the same size and time took the place of one', async () => {
    await ownCache();
    const folder = await folderOfSevens();
    await loadDataset(folder);
    const file = join(folder, '7', 'b.png');
    const { atime, mtime } = await stat(file);
    const bytes = await readFile(file);
    bytes[bytes.length - 20] ^= 0xff;
    await writeFile(file, bytes);
    await utimes(file, atime, mtime);
    const { cached, skipped } = await loadDataset(folder);
    expect(cached).toBe(false);
    expect(skipped.map(({ reason }) => reason)).toContain(
      'b.png is truncated or damaged: copy it again',
    );
  });

  it('is packed again where any byte of its copy is damaged, or the copy is cut', async () => {
    const cache = await ownCache();
    const folder = await folderOfSevens();
    const whole = contentOf(await loadDataset(folder));
    const [name] = await readdir(cache);
    const bytes = await readFile(join(cache, name));
    const places = Array.from({ length: 40 }, (_, at) => Math.floor((at * bytes.length) / 40));
    for (const at of [...places, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at] ^= 0x10;
      // Where it lay, it is in memory still.
      await writeFile(join(await ownCache(), name), damaged);
      const dataset = await loadDataset(folder);
      // What lies between two arrays holds nothing.
      expect(contentOf(dataset), `byte ${at}`).toEqual(whole);
    }
    await writeFile(join(await ownCache(), name), bytes);
    expect((await loadDataset(folder)).cached).toBe(true);
    await writeFile(join(await ownCache(), name), bytes.subarray(0, bytes.length / 2));
    expect((await loadDataset(folder)).cached).toBe(false);
    expect((await loadDataset(folder)).cached).toBe(true);
  });

  it('is not taken for another that lies where it lay', async () => {
    const cache = await ownCache();
    const [one, other] = [await folderOfSevens(), await folderOfSevens()];
    await loadDataset(one);
    const [name] = await readdir(cache);
    const bytes = await readFile(join(cache, name));
    await loadDataset(other);
    const second = (await readdir(cache)).find((file) => file !== name) ?? '';
    await writeFile(join(await ownCache(), second), bytes);
    const dataset = await loadDataset(other);
    expect(dataset.cached).toBe(false);
    expect(dataset.origin(0).file).toBe(join(other, '1', 'a.png'));
  });
});

describe('samples in use', () => {
  it('lie in memory once, however often they are loaded, until a file changes', async () => {
    await ownCache();
    const folder = await folderOfSevens();
    const first = await loadDataset(folder);
    const second = await loadDataset(folder);
    expect(second.images.buffer).toBe(first.images.buffer);
    await writeFiles(folder, { '7/d.png': await sevenPng() });
    const third = await loadDataset(folder);
    expect([first.labels.length, third.labels.length]).toEqual([3, 4]);
    expect(third.images.buffer).not.toBe(first.images.buffer);
  });
});

describe('the cache', () => {
  it('lets the packed sources go that were not used for longest, and keeps the newest', async () => {
    const cache = await ownCache();
    for (const [index, name] of ['old', 'older', 'new', 'kept'].entries()) {
      const file = join(cache, `${name}.pack`);
      await writeFile(file, Buffer.alloc(100));
      const used = Date.now() / 1000 - [300, 400, 100, 500][index];
      await utimes(file, used, used);
    }
    await makeRoom(join(cache, 'kept.pack'), 250);
    expect((await readdir(cache)).sort()).toEqual(['kept.pack', 'new.pack']);
  });

  it('marks what was used', async () => {
    const cache = await ownCache();
    const folder = await folderOfSevens();
    await loadDataset(folder);
    const [name] = await readdir(cache);
    await utimes(join(cache, name), 1000, 1000);
    await loadDataset(folder);
    expect((await stat(join(cache, name))).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is cleared, and says of how much', async () => {
    const cache = await ownCache();
    const folder = await folderOfSevens();
    await loadDataset(folder);
    const [{ bytes }] = await cachedFiles();
    expect(await clearCache()).toEqual({ files: 1, bytes });
    expect(await readdir(cache)).toEqual([]);
    expect((await loadDataset(folder)).labels.length).toBe(3);
    await rm(cache, { recursive: true });
    expect(await clearCache()).toEqual({ files: 0, bytes: 0 });
  });
});
