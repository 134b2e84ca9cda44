import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, symlink, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writePack } from '../../src/dataset/cache/write-pack.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { NothingReadable } from '../../src/dataset/nothing-readable.js';
import { plainPicture, sevenPng, temporaryFolder, writeFiles } from '../vision/temporary-folder.js';
import { ownCache } from './own-cache.js';

const isRoot = process.getuid?.() === 0;

async function sevens(count: number): Promise<string> {
  const seven = await sevenPng();
  const files = Array.from({ length: count }, (_, index) => [`7/${index}.png`, seven]);
  return writeFiles(await temporaryFolder(), Object.fromEntries(files));
}

/** Command line of a fixture. */
function fixture(name: string, ...args: string[]): string[] {
  const loader = new URL('../support/typescript.mjs', import.meta.url).href;
  return [
    '--import',
    loader,
    fileURLToPath(new URL(`fixtures/${name}.ts`, import.meta.url)),
    ...args,
  ];
}

describe('a file', () => {
  it('that vanishes while its folder is loaded is left out, and the folder is not kept so', async () => {
    await ownCache();
    const folder = await sevens(30);
    let hasGone = false;
    const dataset = await loadDataset(folder, {
      onProgress: () => {
        if (!hasGone) execFileSync('rm', [join(folder, '7', '29.png')]);
        hasGone = true;
      },
    });
    expect(dataset.labels.length).toBe(29);
    expect(dataset.skipped).toEqual([
      { file: join(folder, '7', '29.png'), reason: '29.png is not there: check the path' },
    ]);
    expect(dataset.remarks).toEqual([
      'the next load will take as long: some of its files could not be opened',
    ]);
    expect((await loadDataset(folder)).skipped).toEqual([]);
  });

  // A lease is the one lock of Linux that keeps others from reading.
  const python = process.env.DIGITSCOPE_PYTHON;
  it.skipIf(!python || process.platform !== 'linux')(
    'that another program holds is left out with that reason (needs DIGITSCOPE_PYTHON)',
    async () => {
      const folder = await sevens(3);
      const held = join(folder, '7', '1.png');
      const program = `import fcntl, os, sys
fd = os.open(${JSON.stringify(held)}, os.O_RDWR)
fcntl.fcntl(fd, fcntl.F_SETSIG, 0)
import signal; signal.signal(signal.SIGIO, signal.SIG_IGN)
fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_WRLCK)
print('held', flush=True); sys.stdin.read()`;
      const holder = spawn(python as string, ['-c', program]);
      onTestFinished(() => void holder.kill());
      await once(holder.stdout, 'data');
      const dataset = await loadDataset(folder);
      expect(dataset.skipped).toEqual([
        {
          file: held,
          reason: '1.png is held by another program: close it there, then try again',
        },
      ]);
      expect(dataset.labels.length).toBe(2);
    },
  );

  it('of any name is read, and comes out of the cache with it', async () => {
    await ownCache();
    const names = ['two\nlines.png', 'sieben 七 🙂.png', 'it\'s "7".png', '-rf.png', 'e\u0301.png'];
    const seven = await sevenPng();
    const folder = await writeFiles(
      await temporaryFolder(),
      Object.fromEntries(names.map((name) => [`7/${name}`, seven])),
    );
    await loadDataset(folder);
    const { cached, files, skipped } = await loadDataset(folder);
    expect([cached, skipped]).toEqual([true, []]);
    expect(files?.map((file) => basename(file)).sort()).toEqual([...names].sort());
  });

  it('that would fill the memory is left out by its header', async () => {
    const folder = await sevens(2);
    const bomb = await plainPicture({ width: 12_000, height: 9000 }).png().toBuffer();
    await writeFiles(folder, { '7/bomb.png': bomb });
    const { skipped } = await loadDataset(folder);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'bomb.png is 12000x9000, over the limit of 50 megapixels: make it smaller first',
    ]);
  });

  it('that is a pipe, not a file, holds nothing up', async () => {
    const folder = await sevens(2);
    execFileSync('mkfifo', [join(folder, '7', 'pipe.png')]);
    expect((await loadDataset(folder)).labels.length).toBe(2);
  });
});

describe('a folder', () => {
  it('without permission is left out with its reason, and the cache is done without', async () => {
    const cache = await ownCache();
    const folder = await sevens(3);
    // So that this user has all code at hand that it may not write down later.
    await loadDataset(await sevens(1));
    await writeFiles(folder, { '3/a.png': await sevenPng(), '7/in/b.png': await sevenPng() });
    await chmod(folder, 0o755);
    await chmod(join(folder, '7', 'in'), 0);
    await chmod(join(folder, '3'), 0);
    await chmod(cache, 0o500);
    onTestFinished(() => chmod(cache, 0o700));
    const dataset = await asNobody(() => loadDataset(folder));
    expect([...dataset.labels]).toEqual([7, 7, 7]);
    const permission = 'may not be read: give yourself permission to read it (chmod u+r)';
    expect(dataset.skipped).toEqual([
      { file: join(folder, '3'), reason: `3 ${permission}` },
      { file: join(folder, '7', 'in'), reason: `in ${permission}` },
    ]);
  });

  it('whose packed copy may not be written is loaded all the same, and says so', async () => {
    const cache = await ownCache();
    const folder = await sevens(3);
    await chmod(folder, 0o755);
    await chmod(cache, 0o500);
    onTestFinished(() => chmod(cache, 0o700));
    const dataset = await asNobody(() => loadDataset(folder));
    expect(dataset.labels.length).toBe(3);
    expect(dataset.remarks).toEqual([
      'the next load will take as long: the folder of the cache may not be written to',
    ]);
  });

  it('with links in circles ends, each picture once', async () => {
    const folder = await sevens(2);
    await symlink('..', join(folder, '7', 'up'));
    await symlink('.', join(folder, '7', 'self'));
    await symlink(join(folder, '7'), join(folder, '8'));
    await symlink('loop.png', join(folder, '7', 'loop.png'));
    await mkdir(join(folder, '9'));
    await symlink(join(folder, '9'), join(folder, '9', 'nine'));
    const { labels, skipped } = await loadDataset(folder);
    expect([...labels]).toEqual([7, 7, 8, 8]);
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(
      new Set(['loop.png is a link that leads back to itself: remove the link']),
    );
  });

  it('of 100,000 empty files says so soon, of each, in little memory', {
    timeout: 120_000,
  }, async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '0'));
    execFileSync('sh', ['-c', 'seq -f "%06.0f.jpg" 0 99999 | xargs touch'], {
      cwd: join(folder, '0'),
    });
    const before = process.memoryUsage().rss;
    const error = await loadDataset(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NothingReadable);
    const { message, skipped } = error as NothingReadable;
    expect(message).toBe(`none of the 100000 pictures in ${folder} can be read`);
    expect(skipped.length).toBe(100_000);
    expect(skipped[99_999].reason).toMatch(/^099999\.jpg is empty \(0 bytes\)/);
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 2 ** 20);
  });

  it('of a person is the same after loading as before', async () => {
    const folder = await sevens(5);
    await writeFiles(folder, { '7/broken.png': 'text', 'notes.txt': 'mine' });
    const before = await describeAll(folder);
    await loadDataset(folder);
    await loadDataset(folder);
    expect(await describeAll(folder)).toEqual(before);
  });
});

describe('a packed copy', () => {
  it('that does not fit on its disk leaves nothing there', async () => {
    const folder = await temporaryFolder();
    const parts = [Buffer.alloc(1000), Buffer.alloc(1000)];
    Object.defineProperty(parts, 1, {
      get() {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      },
    });
    await expect(writePack(join(folder, 'a.pack'), parts)).rejects.toThrow(/no space/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is done without where its disk is full (needs to mount one)', async ({ skip }) => {
    const cache = await ownCache();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', cache], { stdio: 'ignore' });
    } catch {
      skip('this user may not mount a small disk');
    }
    onTestFinished(() => void execFileSync('umount', [cache]));
    const folder = await sevens(30);
    const dataset = await loadDataset(folder);
    expect(dataset.labels.length).toBe(30);
    expect(dataset.remarks).toEqual([
      'the next load will take as long: there is no room on the disk of the cache',
    ]);
    expect(await readdir(cache)).toEqual([]);
    expect((await loadDataset(folder)).cached).toBe(false);
  });

  it('whose writer was killed is not there, and what is left of it goes later', async () => {
    const cache = await ownCache();
    const killed = spawn(process.execPath, fixture('pack-and-hang', join(cache, 'some.pack')));
    await once(killed.stdout, 'data');
    const ended = once(killed, 'exit');
    killed.kill('SIGKILL');
    await ended;
    const [left] = await readdir(cache);
    expect(left).toMatch(/^\.some\.pack\.\d+-[0-9a-f]{8}\.part$/);
    // One that was written to a moment ago may be another machine's.
    await loadDataset(await sevens(2));
    expect(await readdir(cache)).toContain(left);
    const minuteAgo = Date.now() / 1000 - 60;
    await utimes(join(cache, left), minuteAgo, minuteAgo);
    await loadDataset(await sevens(2));
    expect(await readdir(cache)).not.toContain(left);
  });

  it('is right for both where two programs make it at once', async () => {
    const cache = await ownCache();
    const folder = await sevens(300);
    const load = async () => {
      const { stdout } = await promisify(execFile)(process.execPath, fixture('load', folder));
      return JSON.parse(stdout) as Record<string, unknown>;
    };
    const [one, other] = await Promise.all([load(), load()]);
    expect(one).toMatchObject({ count: 300, remarks: [] });
    expect(other.pixels).toBe(one.pixels);
    expect((await readdir(cache)).length).toBe(1);
    expect(await load()).toEqual({ ...one, cached: true });
  });
});

/** Does something as a user without rights; where this is not root, as this one. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!isRoot) return work();
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

async function describeAll(folder: string): Promise<unknown[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names.sort().map(async (name) => {
      const { size, mtimeMs, ctimeMs, mode } = await stat(join(folder, name));
      const content = await readFile(join(folder, name), 'latin1').catch(() => undefined);
      return { name, size, mtimeMs, ctimeMs, mode, content };
    }),
  );
}
