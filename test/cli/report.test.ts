import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDataset, Sandbox } from '../support/sandbox.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await Sandbox.open();
  await drawDataset(sandbox.path('digits'), { digits: [0, 1, 2, 3], perClass: 5 });
  await sandbox.run('train --data digits --epochs 2 --name strokes'.split(' '));
});
afterAll(() => sandbox.close());

it('writes a page and its tables of a run, and says which', async () => {
  const { code, json } = await sandbox.run(
    'report strokes --out out/strokes.html --csv tables --json'.split(' '),
  );
  expect(code).toBe(0);
  const page = await readFile(sandbox.path('out', 'strokes.html'), 'utf8');
  expect(json).toEqual([
    {
      file: sandbox.path('out', 'strokes.html'),
      tables: expect.arrayContaining([sandbox.path('tables', 'epochs.csv')]),
      bytes: Buffer.byteLength(page),
      missing: [],
    },
  ]);
  expect(page).toContain('Of 4 validation samples of digits it reads');
  expect(page).toContain('--epochs 2');
  expect(await readdir(sandbox.path('tables'))).toHaveLength(7);
  const epochs = await readFile(sandbox.path('tables', 'epochs.csv'), 'utf8');
  expect(epochs.trim().split('\r\n')).toHaveLength(3);
});

it('scores the samples that are named, of a model without a run', async () => {
  const { code, stderr } = await sandbox.run(
    'report mnist-fast --data digits --out fast.html'.split(' '),
  );
  expect(code).toBe(0);
  expect(stderr).toBe('missing: the curves, as no run of this model is in this workspace.\n');
  expect(await readFile(sandbox.path('fast.html'), 'utf8')).toContain('Of 20 samples of digits');
});

it('scores another model on the samples that are named', async () => {
  const { stderr } = await sandbox.run(
    'report strokes --model mnist-fast --data digits --out other.html'.split(' '),
  );
  expect(stderr).toMatch(/The scores are those of mnist-fast, not of the weights of this run/);
});

it('replaces a report, but no other file unless it is told to', async () => {
  expect((await sandbox.run('report strokes --out out/strokes.html'.split(' '))).code).toBe(0);
  await writeFile(sandbox.path('mine.html'), '<p>mine</p>');
  const refused = await sandbox.run('report strokes --out mine.html'.split(' '));
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^digitscope: .*mine\.html is there and is no report of digitscope: name another place with --out, or replace it with --force\n$/,
    ),
  });
  expect(await readFile(sandbox.path('mine.html'), 'utf8')).toBe('<p>mine</p>');
  const forced = await sandbox.run('report strokes --out mine.html --force'.split(' '));
  expect(forced.code).toBe(0);
});

it('writes nothing where one of the tables would replace another', async () => {
  await rm(sandbox.path('tables'), { recursive: true, force: true });
  await sandbox.run('report strokes --out a.html --csv tables'.split(' '));
  await writeFile(sandbox.path('tables', 'layers.csv'), 'my,own\n');
  const result = await sandbox.run('report strokes --out b.html --csv tables'.split(' '));
  expect(result.code).toBe(1);
  expect(result.stderr).toMatch(/layers\.csv is there and is not such a table: name another place/);
  expect(await readdir(sandbox.workspace)).not.toContain('b.html');
});

it.each([
  ['nothing', 1, /there is no run and no model nothing: choose one of .*strokes/],
  ['strokes --model none', 1, /there is no model none: choose one of/],
  ['strokes --data nowhere', 1, /nowhere is not there: name a folder/],
  ['strokes --csv digits/0/0.png', 1, /0\.png is a file: name a folder for the tables with --csv/],
])('refuses %s', async (args, code, line) => {
  const result = await sandbox.run(['report', ...args.split(' '), '--out', 'refused.html']);
  expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(line) });
});

it('refuses a folder as its file', async () => {
  const result = await sandbox.run('report strokes --out digits'.split(' '));
  expect(result).toMatchObject({ code: 1, stderr: expect.stringMatching(/digits is a folder: /) });
});

// Last: the data and the model are gone afterwards.
it('still reports curves and settings of a run whose data and model are gone', async () => {
  await rm(sandbox.path('digits'), { recursive: true });
  await rm(sandbox.path('models'), { recursive: true });
  const { code, json } = await sandbox.run('report strokes --out gone.html --json'.split(' '));
  expect(code).toBe(0);
  expect(json[0].missing).toEqual([
    'the model card, as the model strokes that this run saved is not there any more.',
    expect.stringMatching(/^all scores of single samples: digits is not there: .*\.$/),
  ]);
  expect(await readFile(sandbox.path('gone.html'), 'utf8')).toContain('class="curve validation"');
});
