import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { encodeSavedModel } from '../../../src/engine/native/encode-saved-model.js';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { writeModel } from '../../../src/model/formats/write-model.js';
import { fixture } from './fixtures.js';

const keras = readFileSync(fixture('classic-keras3.keras'));
const h5 = readFileSync(fixture('tiny-keras3.h5'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-hostile-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The one line that is said of a file with these bytes, and that nothing else came of it. */
async function refusalOf(name: string, bytes: string | Uint8Array): Promise<string> {
  writeFileSync(join(folder, name), bytes);
  const before = readdirSync(folder);
  const error = await readModelFile(join(folder, name), undefined).catch((refusal) => refusal);
  expect(error).toBeInstanceOf(Problem);
  expect(error.line).not.toMatch(/\p{Cc}/u);
  expect(readdirSync(folder)).toEqual(before);
  return error.line;
}

describe('an .h5 is refused', () => {
  it.each([
    ['trap-ten-gigabytes.h5', 'has the kernel of layer digits as 250000000x10, not as 2x10'],
    ['trap-one-great-chunk.h5', 'keeps tiny/digits/kernel in pieces too large to read'],
    ['trap-another-file.h5', 'has no kernel of layer digits'],
    ['trap-raw-bytes-elsewhere.h5', 'is damaged at tiny/digits/kernel'],
    ['trap-virtual.h5', 'keeps tiny/digits/kernel in other files'],
    ['trap-texts.h5', 'keeps tiny/digits/kernel as numbers of a kind that is not read'],
    ['trap-halves.h5', 'keeps tiny/digits/kernel as numbers of a kind that is not read'],
    ['trap-round-in-circles.h5', 'is damaged at tiny/digits/kernel'],
  ])('that holds a trap: %s', async (name, message) => {
    const before = process.memoryUsage().rss;
    expect(await refusalOf(name, readFileSync(fixture(name)))).toContain(`${name} ${message}: `);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });

  it.each([0, 7, 8, 100, 3000, h5.length / 2, h5.length - 1])(
    'that ends after %i bytes',
    async (length) => {
      expect(await refusalOf('cut.h5', h5.subarray(0, length))).toMatch(
        /^cut.h5 (is none of|is no whole HDF5 file)/,
      );
    },
  );

  it('that has the signature and noise after it', async () => {
    const noise = Buffer.from(h5);
    for (let at = 8; at < noise.length; at += 1) noise[at] = (at * 2654435761) >>> 13;
    expect(await refusalOf('noise.h5', noise)).toContain('noise.h5 is no whole HDF5 file');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('that has a weight of %d', async (value) => {
    const { network, weights } = await readModelFile(fixture('tiny-keras3.h5'), undefined);
    weights.get('digits/kernel')?.fill(value, 3, 4);
    for (const format of ['h5', 'keras', 'tfjs'] as const) {
      const path = join(folder, `ill.${format}`);
      await writeModel(path, format, { name: 'ill', network, weights }, encodeSavedModel);
      await expect(readModelFile(path, undefined)).rejects.toMatchObject({
        name: 'Problem',
        message: /has values in the kernel of layer digits that are not finite/,
      });
    }
  });
});

describe('a .keras is refused', () => {
  const parts = unzipSync(keras);
  const zip = (change: Record<string, Uint8Array | undefined>) => {
    const kept = Object.entries({ ...parts, ...change }).filter(([, bytes]) => bytes !== undefined);
    return zipSync(Object.fromEntries(kept) as Record<string, Uint8Array>);
  };

  it.each(['metadata.json', 'config.json', 'model.weights.h5'])('without %s', async (name) => {
    expect(await refusalOf('part.keras', zip({ [name]: undefined }))).toContain(`has no ${name}`);
  });

  it('whose parts have other paths, which are followed nowhere', async () => {
    const moved = zip({
      'config.json': undefined,
      '../config.json': parts['config.json'],
      '/tmp/config.json': parts['config.json'],
      './config.json': parts['config.json'],
      'a/../config.json': parts['config.json'],
    });
    expect(await refusalOf('moved.keras', moved)).toContain('moved.keras has no config.json');
  });

  it('not for more that lies in it, of which nothing is written', async () => {
    const path = join(folder, 'more.keras');
    writeFileSync(path, zip({ '../evil.txt': Buffer.from('x'), '/evil.txt': Buffer.from('x') }));
    const { network } = await readModelFile(path, undefined);
    expect(network.name).toBe('classic');
    expect(readdirSync(folder)).toEqual(['more.keras']);
  });

  it('whose network unpacks to more than any network has', async () => {
    const bomb = zip({ 'config.json': new Uint8Array(64 * 2 ** 20) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusalOf('bomb.keras', bomb)).toContain('has a config.json that is too large');
  });

  it('whose network unpacks to more than it declares', async () => {
    const bomb = Buffer.from(zip({ 'config.json': new Uint8Array(64 * 2 ** 20) }));
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(64 * 2 ** 20);
    for (let at = bomb.indexOf(declared); at >= 0; at = bomb.indexOf(declared)) {
      bomb.writeUInt32LE(100, at);
    }
    const before = process.memoryUsage().rss;
    expect(await refusalOf('liar.keras', bomb)).toMatch(/^liar.keras /);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 2 ** 20);
  });

  it.each([4, 100, keras.length / 2, keras.length - 10])(
    'that ends after %i bytes',
    async (length) => {
      expect(await refusalOf('cut.keras', keras.subarray(0, length))).toContain(
        'cut.keras is no whole zip file',
      );
    },
  );

  const configured = (text: string) => zip({ 'config.json': Buffer.from(text) });
  const sequentialOf = (...layers: object[]) =>
    configured(
      JSON.stringify({
        class_name: 'Sequential',
        config: { name: 'm', layers: [input, ...layers] },
      }),
    );
  const input = { class_name: 'InputLayer', config: { batch_shape: [null, 28, 28, 1], name: 'i' } };

  it.each([
    ['no JSON', '{"class_name"'],
    ['null', 'null'],
    ['another JSON', '[1, 2]'],
    ['lists in lists without an end', '['.repeat(100_000)],
    [
      'lists in lists, 5,000 deep',
      `{"class_name":"Functional","config":{"layers":[],"input_layers":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
    ],
    ['no layers', '{"class_name":"Sequential","config":{"name":"m","layers":[]}}'],
    ['a model that is code', '{"class_name":"MyModel","config":{}}'],
  ])('whose network is %s', async (_, text) => {
    expect(await refusalOf('config.keras', configured(text))).toMatch(/^config.keras h/);
  });

  it('whose network has models within models without an end', async () => {
    let model: object = { class_name: 'Sequential', config: { layers: [] } };
    for (let depth = 0; depth < 1000; depth += 1) {
      model = { class_name: 'Sequential', config: { layers: [model] } };
    }
    expect(await refusalOf('deep.keras', configured(JSON.stringify(model)))).toContain(
      'it has models within models',
    );
  });

  it.each([
    [
      'MultiHeadAttention',
      { class_name: 'MultiHeadAttention', config: { name: 'attention_1' } },
      'layer attention_1 (MultiHeadAttention) is not supported, since our networks have no such layer',
    ],
    [
      'a Lambda',
      { class_name: 'Lambda', config: { name: 'twice', function: 'code' } },
      'layer twice (Lambda) is not supported, since it is code',
    ],
    [
      'a class of its maker',
      { class_name: 'Dense', module: 'my_package', config: { name: 'own', units: 10 } },
      'layer own (Dense) is not supported, since it is of a class that came with its maker’s code',
    ],
    [
      'a class of its maker, registered',
      { class_name: 'Dense', registered_name: 'mine>Dense', config: { name: 'own', units: 10 } },
      'since it is of a class that came with its maker’s code',
    ],
    [
      'an activation that is code',
      {
        class_name: 'Activation',
        config: { name: 'own', activation: { class_name: '__lambda__', config: {} } },
      },
      'layer own (Activation) is not supported, since its activation is code',
    ],
    [
      'dilated convolutions',
      {
        class_name: 'Conv2D',
        config: { name: 'wide', filters: 2, kernel_size: 3, dilation_rate: [2, 2] },
      },
      'layer wide (Conv2D) is not supported, since its dilation_rate is [2,2], not 1',
    ],
    [
      'grouped convolutions',
      { class_name: 'Conv2D', config: { name: 'apart', filters: 2, kernel_size: 3, groups: 2 } },
      'layer apart (Conv2D) is not supported, since its groups is 2, not 1',
    ],
    [
      'channels first',
      {
        class_name: 'Conv2D',
        config: { name: 'turned', filters: 2, kernel_size: 3, data_format: 'channels_first' },
      },
      'since its data_format is "channels_first", not channels_last',
    ],
    [
      'a name that a terminal would obey',
      { class_name: 'LSTM', config: { name: 'red\u001b[31m\nand more' } },
      'layer red__31m_and_more (LSTM) is not supported',
    ],
    ['a name of every object', { class_name: 'constructor', config: {} }, 'no such layer'],
    [
      'a convolution of more memory than there is',
      { class_name: 'Conv2D', config: { name: 'c', filters: 1e15, kernel_size: 3 } },
      'holds no network that can read digits',
    ],
    [
      'nine values at its end',
      { class_name: 'Dense', config: { name: 'nine', units: 9 } },
      'not in ten values',
    ],
    [
      'ten sigmoids at its end',
      { class_name: 'Dense', config: { name: 'ten', units: 10, activation: 'sigmoid' } },
      'holds no network that can read digits',
    ],
  ])('that has %s', async (_, layer, line) => {
    expect(await refusalOf('layer.keras', sequentialOf(layer))).toContain(line);
  });

  it.each([
    ['colours', [null, 28, 28, 3], 'its input has 3 channels'],
    ['no squares', [null, 28, 20, 1], 'its input of 28x20 is no square'],
    ['rows that are no squares', [null, 783], 'its input of 783 is no square'],
    ['the channel first', [null, 1, 28, 28], 'its input has the channel first'],
    ['films', [null, 5, 28, 28, 1], 'its input has 4 sides'],
    ['nothing that is said', undefined, 'nothing in it tells the size of its input'],
  ])('that takes %s', async (_, shape, message) => {
    const model = {
      class_name: 'Sequential',
      config: { layers: [{ class_name: 'InputLayer', config: { batch_shape: shape } }] },
    };
    expect(await refusalOf('input.keras', configured(JSON.stringify(model)))).toContain(message);
  });

  it('and changes no object of the program', async () => {
    const text = `{"class_name":"Sequential","__proto__":{"polluted":1},
      "config":{"__proto__":{"polluted":1},"layers":[{"class_name":"Dense",
      "config":{"name":"__proto__","units":10,"__proto__":{"polluted":1}}}]}}`;
    await refusalOf('proto.keras', configured(text));
    expect('polluted' in {}).toBe(false);
  });
});

describe('a functional model is refused', () => {
  const node = (name: string) => [[[name, 0, 0, {}]]];
  const dense = (name: string, from: string) => ({
    class_name: 'Dense',
    name,
    config: { name, units: 10 },
    inbound_nodes: node(from),
  });
  const input = (name: string) => ({
    class_name: 'InputLayer',
    name,
    config: { batch_input_shape: [null, 784], name },
    inbound_nodes: [],
  });
  const modelOf = (config: object) => {
    const parts = unzipSync(keras);
    const text = JSON.stringify({ class_name: 'Functional', config: { name: 'f', ...config } });
    return zipSync({ ...parts, 'config.json': Buffer.from(text) });
  };

  it.each([
    [
      'branches',
      {
        layers: [input('i'), dense('a', 'i'), dense('b', 'i')],
        input_layers: [['i', 0, 0]],
        output_layers: [['b', 0, 0]],
      },
      'what layer i makes goes to several layers',
    ],
    [
      'a layer of several inputs',
      {
        layers: [
          input('i'),
          {
            ...dense('a', 'i'),
            class_name: 'Add',
            inbound_nodes: [
              [
                ['i', 0, 0],
                ['i', 0, 0],
              ],
            ],
          },
        ],
        input_layers: ['i', 0, 0],
        output_layers: ['a', 0, 0],
      },
      'layer a (Add) is not supported, since it has several inputs',
    ],
    [
      'a layer that is used twice',
      {
        layers: [input('i'), { ...dense('a', 'i'), inbound_nodes: [[['i', 0, 0]], [['a', 0, 0]]] }],
        input_layers: ['i', 0, 0],
        output_layers: ['a', 1, 0],
      },
      'layer a (Dense) is not supported, since it is used several times',
    ],
    [
      'several inputs',
      {
        layers: [input('i'), input('j'), dense('a', 'i')],
        input_layers: [
          ['i', 0, 0],
          ['j', 0, 0],
        ],
        output_layers: [['a', 0, 0]],
      },
      'it has several inputs',
    ],
    [
      'several outputs',
      {
        layers: [input('i'), dense('a', 'i'), dense('b', 'a')],
        input_layers: [['i', 0, 0]],
        output_layers: [
          ['a', 0, 0],
          ['b', 0, 0],
        ],
      },
      'it has several outputs',
    ],
    [
      'a circle',
      {
        layers: [input('i'), dense('a', 'b'), dense('b', 'a')],
        input_layers: [['i', 0, 0]],
        output_layers: [['c', 0, 0]],
      },
      'no chain of layers leads from its input to its output',
    ],
  ])('that has %s', async (_, config, message) => {
    expect(await refusalOf('functional.keras', modelOf(config))).toContain(message);
  });
});

describe('a layers model of TensorFlow.js is refused', () => {
  let model: {
    format: string;
    modelTopology: unknown;
    weightsManifest: { paths: string[]; weights: { name: string; shape: number[] }[] }[];
  };
  beforeEach(async () => {
    const { network, weights } = await readModelFile(fixture('tiny-keras3.h5'), undefined);
    const place = join(folder, 'whole');
    await writeModel(place, 'tfjs', { name: 'tiny', network, weights }, encodeSavedModel);
    model = JSON.parse(readFileSync(join(place, 'model.json'), 'utf8'));
    writeFileSync(
      join(folder, 'group1-shard1of1.bin'),
      readFileSync(join(place, 'group1-shard1of1.bin')),
    );
  });

  it('not where it is whole', async () => {
    writeFileSync(join(folder, 'model.json'), JSON.stringify(model));
    expect((await readModelFile(join(folder, 'model.json'), undefined)).network.name).toBe('tiny');
    expect((await readModelFile(folder, undefined)).network.name).toBe('tiny');
  });

  it.each([
    '../group1-shard1of1.bin',
    'a/../../x.bin',
    '/etc/passwd',
    'C:\\x.bin',
    '..\\x.bin',
    'https://example.org/x.bin',
    '',
  ])('that names a file outside its folder: %s', async (path) => {
    model.weightsManifest[0].paths = [path];
    expect(await refusalOf('model.json', JSON.stringify(model))).toContain(
      'names a file outside its folder',
    );
  });

  it('that declares a gigabyte', async () => {
    model.weightsManifest[0].weights[0].shape = [3, 3, 1, 30_000_000];
    expect(await refusalOf('model.json', JSON.stringify(model))).toContain(
      'declares more weights than its network has',
    );
  });

  it('whose file is shorter than it declares', async () => {
    const file = join(folder, 'group1-shard1of1.bin');
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    expect(await refusalOf('model.json', JSON.stringify(model))).toContain(
      'declares 200 bytes in group1-shard1of1.bin, where 100 are',
    );
  });

  it('whose file is missing, or no file', async () => {
    rmSync(join(folder, 'group1-shard1of1.bin'));
    const text = JSON.stringify(model);
    expect(await refusalOf('model.json', text)).toContain('has no group1-shard1of1.bin beside it');
    mkdirSync(join(folder, 'group1-shard1of1.bin'));
    expect(await refusalOf('model.json', text)).toContain('has no group1-shard1of1.bin beside it');
  });

  it('that is a graph', async () => {
    const text = JSON.stringify({ ...model, format: 'graph-model' });
    expect(await refusalOf('model.json', text)).toContain('is a graph model of TensorFlow.js');
  });

  it.each(['{', '{}', '{"modelTopology":1,"weightsManifest":[]}'])('that is %s', async (text) => {
    expect(await refusalOf('model.json', text)).toMatch(
      /^model.json has a (content|modelTopology)/,
    );
  });
});

describe('what is no model at all is refused', () => {
  it.each(['', 'hello', '\x89PNG\r\n'])('such as %j', async (text) => {
    expect(await refusalOf('file', text)).toContain('file is none of .h5, .keras and model.json');
  });

  it('such as a folder without a model, or one of a SavedModel', async () => {
    await expect(readModelFile(folder, undefined)).rejects.toMatchObject({
      message: /has no model.json/,
    });
    writeFileSync(join(folder, 'saved_model.pb'), '');
    await expect(readModelFile(folder, undefined)).rejects.toMatchObject({
      message: /is a SavedModel/,
    });
  });

  it('such as what is not there, or has no end', async () => {
    await expect(readModelFile(join(folder, 'none'), undefined)).rejects.toMatchObject({
      name: 'Problem',
    });
    await expect(readModelFile('/dev/zero', undefined)).rejects.toMatchObject({ name: 'Problem' });
  });
});
