import { linkSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { SamplesInUse } from '../../../src/dataset/cache/in-use.js';
import { QuietFolders } from '../../../src/dataset/cache/quiet-folders.js';
import { takeStamp } from '../../../src/dataset/cache/stamp.js';
import type { Samples } from '../../../src/dataset/samples.js';

let root: string;
const file = (name: string) => join(root, '3', name);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-use-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  await mkdir(join(root, '3'));
  for (const name of ['a', 'b']) writeFileSync(file(name), name);
  await setTimeout(30);
});

async function samples(): Promise<Samples> {
  return { stamp: await takeStamp([root, join(root, '3'), file('a'), file('b')]) } as Samples;
}

describe.skipIf(process.platform !== 'linux')('folders that are listened to', () => {
  const changes: Record<string, () => unknown> = {
    'a file is written over': () => writeFileSync(file('a'), 'c'),
    'a file is touched': () => utimesSync(file('a'), 1, 1),
    'a file comes': () => writeFileSync(file('c'), 'c'),
    'a file goes': () => rmSync(file('b')),
    'another folder takes their place': async () => {
      await rename(join(root, '3'), join(root, 'old'));
      await mkdir(join(root, '3'));
    },
  };

  it.for(Object.keys(changes))('are not quiet once %s', async (change, context) => {
    const quiet = QuietFolders.over((await samples()).stamp);
    if (!quiet) return context.skip(`${root} is on a disk that is not listened to`);
    expect(await quiet.isQuiet()).toBe(true);
    await changes[change]();
    expect(await quiet.isQuiet()).toBe(false);
    quiet.close();
  });

  it('are not those with links, whose files change without a sound', async () => {
    symlinkSync(file('a'), file('link'));
    expect(QuietFolders.over((await samples()).stamp)).toBeUndefined();
  });
});

describe('samples in use', () => {
  it('are found as long as their files are as they were', async () => {
    const inUse = new SamplesInUse();
    const some = await samples();
    inUse.put('pack', some);
    expect(await inUse.find('pack')).toBe(some);
    expect(await inUse.find('pack')).toBe(some);
    expect(await inUse.find('other')).toBe('gone');
    writeFileSync(file('a'), 'c');
    expect(await inUse.find('pack')).toBe('changed');
    expect(await inUse.find('pack')).toBe('changed');
  });

  it('are looked at one by one where a file can be changed by another name', async () => {
    const inUse = new SamplesInUse();
    const elsewhere = join(root, 'elsewhere');
    linkSync(file('a'), elsewhere);
    await setTimeout(30);
    const some = await samples();
    inUse.put('pack', some);
    expect(await inUse.find('pack')).toBe(some);
    writeFileSync(elsewhere, 'c');
    expect(await inUse.find('pack')).toBe('changed');
  });
});
