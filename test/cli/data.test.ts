import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDataset, Sandbox } from '../support/sandbox.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await Sandbox.open();
  process.env.DIGITSCOPE_CACHE = join(sandbox.root, 'cache');
  await drawDataset(sandbox.path('digits'), { digits: [2, 5], perClass: 5 });
});
afterAll(() => {
  delete process.env.DIGITSCOPE_CACHE;
  sandbox.close();
});

const usageError = (line: RegExp) => ({ code: 2, stdout: '', stderr: expect.stringMatching(line) });

describe('data', () => {
  it('says what a folder holds, how it is split, and what was left out', async () => {
    await drawDataset(sandbox.path('mixed', 'digits_jpeg'), { digits: [2, 5], perClass: 2 });
    await writeFile(sandbox.path('mixed', 'digits_jpeg', '2', 'note.png'), 'not a picture');
    const { json } = await sandbox.run(['data', 'mixed', '--validation-split', '0.5', '--json']);
    expect(json).toEqual([
      {
        format: 'folders',
        sources: [{ source: 'mixed', format: 'folders', count: 4 }],
        count: 4,
        perClass: [0, 0, 2, 0, 0, 2, 0, 0, 0, 0],
        split: {
          train: [0, 0, 1, 0, 0, 1, 0, 0, 0, 0],
          validation: [0, 0, 1, 0, 0, 1, 0, 0, 0, 0],
          shared: 0,
        },
        duplicates: { copies: 0, acrossClasses: 0, groups: [] },
        inverted: 0,
        skipped: [
          { file: expect.stringMatching(/note\.png$/), reason: expect.stringMatching(/text/) },
        ],
        width: 28,
        height: 28,
        seconds: expect.any(Number),
        cached: false,
        warnings: expect.arrayContaining([expect.stringMatching(/^no samples of 0, 1, 3, /)]),
      },
    ]);
  });

  it('says it of several sources, limited and with a test set', async () => {
    await drawDataset(sandbox.path('own'), { digits: [5, 8], perClass: 3 });
    const said = await sandbox.run(
      'data digits --extra own --extra mnist:test --limit-per-class 3 --test mnist'.split(' '),
    );
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(/^digits: 30 samples, 28x28, folders/);
    expect(said.stdout).toMatch(/^ {2}5 +3 +10\.0 % +2 +1$/m);
    expect(said.stdout).toMatch(/own, folders$/m);
    expect(said.stdout).toMatch(/^held out for the test: mnist, 60,000 samples, idx$/m);
  });

  it('names the pictures that are there under two labels', async () => {
    await drawDataset(sandbox.path('twice'), { digits: [2, 5], perClass: 2 });
    await copyFile(sandbox.path('twice', '2', '0.png'), sandbox.path('twice', '5', 'again.png'));
    const { stdout, stderr } = await sandbox.run(['data', 'twice']);
    expect(stdout).toMatch(/^1 copy of the same pixels, 1 under more than one label$/m);
    expect(stdout).toMatch(/^ {2}2 \(.*2\/0\.png\) = 5 \(.*again\.png\)$/m);
    expect(stderr).toMatch(/^1 picture is there under two labels/m);
  });

  it('writes the list of what was left out', async () => {
    await drawDataset(sandbox.path('bad'), { digits: [2, 5], perClass: 2 });
    for (let index = 0; index < 25; index++) {
      await writeFile(sandbox.path('bad', '2', `x,${index}.png`), '');
    }
    const { stdout } = await sandbox.run(['data', 'bad', '--skipped', 'lists/left-out.csv']);
    expect(stdout).toMatch(/^and 5 more: --skipped FILE lists them$/m);
    const lines = readFileSync(sandbox.path('lists', 'left-out.csv'), 'utf8').split('\r\n');
    expect(lines).toHaveLength(27);
    expect(lines[1]).toMatch(/^".*x,0\.png",".*is empty.*"$|^".*x,0\.png",.*is empty/);
  });

  it.each([
    ['data', /no source is named/],
    ['data digits --limit-per-class 1', /1 is out of range: the limit of each digit must be/],
    ['data digits --limit-per-class many', /many is out of range/],
    ['data digits --validation-split 2', /2 is out of range: validation split must be/],
    ['data make-folder digits here --per-class 0', /0 is out of range/],
    ['data make-folder digits here', /--per-class/],
    ['train --data digits --balance all', /balance/],
    ['train --data digits --limit-per-class 0', /0 is out of range/],
  ])('refuses %s', async (words, line) => {
    expect(await sandbox.run(words.split(' '))).toMatchObject(usageError(line));
  });

  it('empties the cache, and says so', async () => {
    await sandbox.run(['data', 'digits']);
    const { code, json } = await sandbox.run(['data', '--clear-cache', '--json']);
    expect(code).toBe(0);
    expect(json).toEqual([{ files: expect.any(Number), bytes: expect.any(Number) }]);
    const again = await sandbox.run(['data', '--clear-cache']);
    expect(again.stdout).toMatch(/^the cache is empty: 0 files of 0 B deleted$/m);
  });
});

describe('data make-folder', () => {
  it('writes a folder digits_jpeg that holds so many of each digit', async () => {
    const made = await sandbox.run(
      'data make-folder mnist:test made --per-class 7 --json'.split(' '),
    );
    const folder = sandbox.path('made', 'digits_jpeg');
    expect(made.json).toEqual([
      { folder, perClass: Array(10).fill(7), seconds: expect.any(Number) },
    ]);
    expect(readdirSync(join(folder, '4'))).toHaveLength(7);
    const { json } = await sandbox.run(['data', 'made', '--json']);
    expect(json[0]).toMatchObject({ count: 70, skipped: [], warnings: expect.anything() });
  });

  it('keeps a folder that has content as it is', async () => {
    await mkdir(sandbox.path('full', 'digits_jpeg'), { recursive: true });
    await writeFile(sandbox.path('full', 'digits_jpeg', 'letter.txt'), 'dear');
    const refused = await sandbox.run('data make-folder mnist:test full --per-class 2'.split(' '));
    expect(refused).toMatchObject(usageError(/digits_jpeg has content, which is kept as it is/));
    expect(readdirSync(sandbox.path('full', 'digits_jpeg'))).toEqual(['letter.txt']);
  });

  it('leaves nothing when it is interrupted', async () => {
    const child = sandbox.start('data make-folder mnist half --per-class 5000'.split(' '));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const isWriting = () =>
      existsSync(sandbox.path('half')) && readdirSync(sandbox.path('half')).length > 0;
    await expect.poll(isWriting, { timeout: 20_000 }).toBe(true);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(sandbox.path('half'))).toEqual([]);
  });
});

describe('a training on several sources', () => {
  it('is said by the model it makes, with the command that asks for it again', async () => {
    await drawDataset(sandbox.path('more'), { digits: [5, 8], perClass: 6 });
    const words =
      'train --data digits --extra more --limit-per-class 6 --epochs 1 --name both --json';
    const { json } = await sandbox.run(words.split(' '));
    expect(json[0]).toMatchObject({
      type: 'started',
      perClass: [0, 0, 5, 0, 0, 6, 0, 0, 6, 0],
      request: { data: { extra: ['more'], limitPerClass: 6 } },
    });
    const card = JSON.parse(readFileSync(sandbox.path('models', 'both', 'card.json'), 'utf8'));
    expect(card.training.data.options).toEqual({ extra: ['more'], limitPerClass: 6 });
    expect(card.training.command).toMatch(
      /^digitscope train --data digits --extra more --limit-per-class 6 /,
    );
  });
});
