import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programRoot, Sandbox } from '../support/sandbox.js';

const file = join(programRoot, 'test', 'fixtures', 'inverted-reader.keras');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await Sandbox.open();
});
afterAll(() => sandbox.close());

const names = async () => (await sandbox.run(['models', '--json'])).json.map(({ name }) => name);

describe('import', () => {
  it('finds out that a model of Keras reads inverted pictures, and says so', async () => {
    const { code, json, stderr } = await sandbox.run(['import', file, '--json']);
    expect(code).toBe(0);
    expect(json).toEqual([
      expect.objectContaining({
        model: 'inverted-reader',
        parameters: 4138,
        by: 'Keras 3.15.1',
        reading: { scale: 'unit', polarity: 'dark-on-light' },
      }),
    ]);
    expect(stderr).toMatch(
      /of 1000 samples of mnist:test it reads \d\d\.\d % as it is and 9\d\.\d % inverted: it is imported inverted/,
    );
  });

  it('makes a model that reads from then on', async () => {
    const { json } = await sandbox.run([
      'evaluate',
      'mnist:test',
      '--model',
      'inverted-reader',
      '--json',
    ]);
    expect(json[0].accuracy).toBeGreaterThan(0.95);
  });

  it('does what it is told, and says what would read better', async () => {
    const { code, stderr } = await sandbox.run([
      'import',
      file,
      '--no-inverted',
      '--name',
      'plain',
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/it reads 9\d\.\d % inverted: import it with --inverted/);
  });

  it('does not try it where it is asked not to', async () => {
    const { json } = await sandbox.run([
      'import',
      file,
      '--no-check',
      '--name',
      'untried',
      '--json',
    ]);
    expect(json[0]).toMatchObject({ reading: { scale: 'unit', polarity: 'light-on-dark' } });
    expect(json[0].check).toBeUndefined();
  });

  it.each([
    ['a name that is taken', ['--name', 'mnist-fast'], 2, /there is a model mnist-fast already/],
    ['classes that are no order', ['--classes', '1,2,3'], 2, /is no order of the ten digits/],
    ['a scale that is none', ['--scale', 'huge'], 2, /Allowed choices/],
    ['a network that is not there', ['--network', 'none'], 1, /there is no model none/],
    ['samples that are not there', ['--check', 'nowhere'], 1, /nowhere/],
  ])('writes nothing for %s', async (_, options, exit, message) => {
    const before = await names();
    const { code, stderr } = await sandbox.run(['import', file, ...options]);
    expect(code).toBe(exit);
    expect(stderr).toMatch(message);
    expect(await names()).toEqual(before);
  });

  it('writes nothing for a file that is cut short', async () => {
    const torn = sandbox.path('torn.keras');
    copyFileSync(file, torn);
    truncateSync(torn, 20_000);
    const { code, stderr } = await sandbox.run(['import', torn]);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await names()).not.toContain('torn');
  });
});

describe('models', () => {
  it('lists where each is from, and which one is used', async () => {
    const { stdout } = await sandbox.run(['models']);
    expect(stdout).toMatch(
      /^inverted-reader: 9\d\.\d\d % on mnist:test, imported from Keras 3\.15\.1/m,
    );
    expect(stdout).toMatch(/^mnist-robust: .*comes with the program, used where none is named$/m);
  });

  it('inspects layers, shapes and parameters', async () => {
    const { stdout, json } = await sandbox.run(['models', 'inspect', 'inverted-reader', '--json']);
    expect(json[0]).toMatchObject({
      parameters: 4138,
      layers: expect.arrayContaining([
        expect.objectContaining({ words: 'dense, softmax', output: [10], parameters: 3930 }),
      ]),
    });
    expect(stdout).toContain('imported');
  });

  it('renames, deletes and brings back', async () => {
    expect((await sandbox.run(['models', 'rename', 'plain', 'simple'])).code).toBe(0);
    expect(await names()).toContain('simple');
    expect((await sandbox.run(['models', 'delete', 'simple'])).stdout).toMatch(
      /models restore simple/,
    );
    expect(await names()).not.toContain('simple');
    expect((await sandbox.run(['models', 'restore', 'simple'])).code).toBe(0);
    expect(await names()).toContain('simple');
  });

  it('reads with the default where no model is named, until it is given up', async () => {
    await sandbox.run(['models', 'default', 'inverted-reader']);
    const used = await sandbox.run(['evaluate', 'mnist:test', '--json']);
    expect(used.json[0].model).toBe('inverted-reader');
    const { json } = await sandbox.run(['models', 'default', '--json']);
    expect(json).toEqual([{ default: 'mnist-robust', chosen: false }]);
  });

  it('keeps what comes with the program', async () => {
    const { code, stderr } = await sandbox.run(['models', 'delete', 'mnist-fast']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/comes with the program/);
  });

  it('finds out which files are not those of their card', async () => {
    writeFileSync(sandbox.path('models', 'untried', 'network.json'), '{}');
    const { code, json } = await sandbox.run(['models', 'verify', '--json']);
    expect(code).toBe(1);
    expect(json.filter(({ whole }) => !whole)).toEqual([
      { model: 'untried', whole: false, problem: expect.stringMatching(/layers are not those/) },
    ]);
  });
});

describe('export', () => {
  it.each([
    ['keras', 'out.keras'],
    ['keras', 'out.h5'],
    ['tfjs', 'out-tfjs'],
    ['savedmodel', 'out-savedmodel'],
    ['onnx', 'out.onnx'],
  ])('writes %s to %s', async (to, name) => {
    const { code, json } = await sandbox.run([
      'export',
      'inverted-reader',
      name,
      '--to',
      to,
      '--json',
    ]);
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({ model: 'inverted-reader', parameters: 4138 });
    expect(existsSync(sandbox.path(name))).toBe(true);
  });

  it('puts a layer in front that scales, where bytes are to be given', async () => {
    const { code } = await sandbox.run(
      'export inverted-reader bytes-tfjs --to tfjs --takes bytes'.split(' '),
    );
    expect(code).toBe(0);
    const model = readFileSync(sandbox.path('bytes-tfjs', 'model.json'), 'utf8');
    expect(model).toContain('"class_name":"Rescaling"');
  });

  it('writes what reads the same when it comes back', async () => {
    const { json } = await sandbox.run(['import', 'out.keras', '--name', 'again', '--json']);
    expect(json[0].reading).toEqual({ scale: 'unit', polarity: 'dark-on-light' });
    const evaluate = (model: string) =>
      sandbox.run(['evaluate', 'mnist:test', '--model', model, '--json']);
    const [first, again] = [await evaluate('inverted-reader'), await evaluate('again')];
    expect(again.json[0].confusion).toEqual(first.json[0].confusion);
  });

  it('leaves what is there, and replaces it where it is asked to', async () => {
    const args = ['export', 'inverted-reader', 'out-tfjs', '--to', 'tfjs'];
    const refused = await sandbox.run(args);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/is there already/);
    expect((await sandbox.run([...args, '--force'])).code).toBe(0);
    expect(readdirSync(sandbox.path('out-tfjs'))).toContain('model.json');
    expect(readdirSync(sandbox.workspace).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('replaces no folder of other things', async () => {
    const { code, stderr } = await sandbox.run([
      'export',
      'inverted-reader',
      'models',
      '--to',
      'tfjs',
      '--force',
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/folder of other things/);
    expect(await names()).toContain('inverted-reader');
  });

  it('asks for a name that says which file of Keras is meant', async () => {
    const { code, stderr } = await sandbox.run(['export', 'again', 'x.bin', '--to', 'keras']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/neither in \.keras nor in \.h5/);
  });
});
