import { chmod, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDataset, drawStroke, Sandbox } from '../support/sandbox.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await Sandbox.open();
  await drawDataset(sandbox.path('digits'), {
    digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    perClass: 5,
  });
});
afterAll(() => sandbox.close());

/** A command that failed with one line for people and nothing else. */
function refusal(code: number, line: RegExp) {
  return {
    code,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^digitscope: ${line.source}\n$`)),
  };
}

describe('train', () => {
  it('tells a run by its events, saves the model and keeps the log', async () => {
    const { code, json } = await sandbox.run(
      'train --data digits --epochs 2 --batch-size 16 --name strokes --json'.split(' '),
    );
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({ type: 'started', trainSamples: 40, validationSamples: 10 });
    expect(json.at(-1)).toMatchObject({
      type: 'completed',
      run: 'strokes',
      model: 'strokes',
      epochs: 2,
      train: { loss: expect.any(Number), accuracy: expect.any(Number) },
      validation: { loss: expect.any(Number), accuracy: expect.any(Number) },
      imagesPerSecond: expect.any(Number),
      peakMemoryBytes: expect.any(Number),
    });
    const log = await readFile(sandbox.path('runs', 'strokes', 'events.jsonl'), 'utf8');
    expect(log.trim().split('\n')).toHaveLength(json.length);
    expect(await readdir(sandbox.path('models'))).toEqual(['strokes']);
  });

  it('does not write over a model of the same name', async () => {
    const { code, stderr } = await sandbox.run(
      'train --data digits --epochs 1 --name strokes'.split(' '),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is a model strokes already: choose another name/);
  });

  it('ends on SIGINT with the best weights so far and 130', async () => {
    const child = sandbox.start(
      'train --data digits --epochs 1000 --name broken-off --json'.split(' '),
    );
    const lines: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      lines.push(chunk);
      if (chunk.includes('checkpoint-saved')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const last = JSON.parse(lines.join('').trim().split('\n').at(-1) ?? '');
    expect(code).toBe(130);
    expect(last).toMatchObject({ type: 'stopped', model: 'broken-off' });
    expect(await readdir(sandbox.path('models', 'broken-off'))).toContain('card.json');
  });

  it('leaves its run to itself when it is killed', async () => {
    const child = sandbox.start(
      'train --data digits --epochs 1000 --name orphan --json'.split(' '),
    );
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        if (String(chunk).includes('checkpoint-saved')) resolve();
      });
    });
    child.kill('SIGKILL');
    const listed = async () =>
      (await sandbox.run(['runs', '--json'])).json.find(({ id }) => id === 'orphan');
    expect(await listed()).toMatchObject({ status: 'running' });
    expect(await sandbox.run(['stop', 'orphan'])).toMatchObject({ code: 0 });
    expect(await listed()).toMatchObject({ status: 'stopped', model: 'orphan' });
    expect(await readdir(sandbox.path('models'))).toContain('orphan');
  });

  it.each([
    ['--epochs 0', 2, /0 is out of range: epochs must be a whole number from 1 to 1000/],
    ['--epochs two', 2, /two is out of range: epochs must be .*/],
    ['--validation-split 0.9', 2, /0\.9 is out of range: validation split must be .*/],
    ['--batch-size 1.5', 2, /1\.5 is out of range: batch size must be a whole number .*/],
    ['--learning-rate -1', 2, /-1 is out of range: learning rate must be .*/],
    ['--name ../up', 2, /\.\.\/up cannot name a model: use letters, digits, .*/],
  ])('refuses %s', async (options, code, line) => {
    const result = await sandbox.run(['train', '--data', 'digits', ...options.split(' ')]);
    expect(result).toMatchObject(refusal(code, line));
  });

  it.each([
    [
      'missing',
      /missing is not there: name a folder with class folders 0 to 9, an IDX, CSV or NPZ file, or the word mnist/,
    ],
    ['empty', /empty is empty: put pictures .* into folders named 0 to 9, .*/],
    ['classless', /classless has no class folders: put pictures .*/],
    ['hollow', /hollow has class folders, but no pictures in them: put pictures .*/],
    ['single', /single is too small to train on: it needs at least two digits .*/],
    ['digits/0/0.png', /digits\/0\/0\.png is a file of no known kind of samples: name .*/],
  ])('refuses the folder %s, with no model left behind', async (folder, line) => {
    await mkdir(sandbox.path('empty'), { recursive: true });
    await mkdir(sandbox.path('classless', 'cats'), { recursive: true });
    await mkdir(sandbox.path('hollow', '3'), { recursive: true });
    await drawDataset(sandbox.path('single'), { digits: [3], perClass: 1 });
    const before = await readdir(sandbox.path('models')).catch(() => []);
    expect(await sandbox.run(['train', '--data', folder])).toMatchObject(refusal(1, line));
    expect(await readdir(sandbox.path('models')).catch(() => [])).toEqual(before);
  });

  it('goes on with only some digits', async () => {
    await drawDataset(sandbox.path('some'), { digits: [1, 4], perClass: 4 });
    const described = await sandbox.run(['data', 'some']);
    expect(described.stderr).toMatch(/no samples of 0, 2, 3, 5, 6, 7, 8 and 9/);
    const trained = await sandbox.run('train --data some --epochs 1 --json'.split(' '));
    expect(trained.code).toBe(0);
    expect(trained.json.at(-1)).toMatchObject({ type: 'completed', model: 'some-classic' });
  });
});

describe('predict', () => {
  it('answers for each picture in order, and says which could not be read', async () => {
    await mkdir(sandbox.path('pictures'));
    await writeFile(sandbox.path('pictures', 'a.png'), await drawStroke(0));
    await writeFile(sandbox.path('pictures', 'b.png'), 'no picture at all');
    await writeFile(
      sandbox.path('pictures', 'c.jpg'),
      await sharp(await drawStroke(0))
        .resize(200)
        .jpeg()
        .toBuffer(),
    );
    await truncate(sandbox.path('pictures', 'c.jpg'), 900);
    await writeFile(sandbox.path('pictures', 'd.png'), await drawStroke(18));
    const { code, json } = await sandbox.run([
      'predict',
      'pictures',
      '--model',
      'strokes',
      '--json',
    ]);
    expect(code).toBe(3);
    expect(json).toEqual([
      {
        file: sandbox.path('pictures', 'a.png'),
        digit: expect.any(Number),
        confidence: expect.any(Number),
        probabilities: expect.any(Array),
        status: expect.stringMatching(/^(High|Medium|Low)$/),
        notADigit: expect.any(Number),
        rejected: expect.any(Boolean),
        milliseconds: expect.any(Number),
      },
      { file: sandbox.path('pictures', 'b.png'), error: expect.stringMatching(/text/) },
      { file: sandbox.path('pictures', 'c.jpg'), error: expect.stringMatching(/truncated/) },
      expect.objectContaining({ file: sandbox.path('pictures', 'd.png') }),
    ]);
  });

  it('marks what it doubts by the threshold that it is told, and by no other than one from 0 to 1', async () => {
    await writeFile(sandbox.path('doubt.png'), await drawStroke(9));
    const read = (threshold: string) =>
      sandbox.run([
        'predict',
        'doubt.png',
        '--model',
        'strokes',
        '--reject-above',
        threshold,
        '--json',
      ]);
    expect((await read('0')).json[0]).toMatchObject({ rejected: true });
    expect((await read('1')).json[0]).toMatchObject({ rejected: false });
    for (const wrong of ['2', 'much']) {
      const { code, stderr } = await read(wrong);
      expect(code).toBe(2);
      expect(stderr).toContain(`--reject-above ${wrong} is out of range`);
    }
  });

  it('reads a picture on standard input', async () => {
    const { code, json } = await sandbox.run(['predict', '-', '--model', 'strokes', '--json'], {
      input: await drawStroke(0),
    });
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({ file: '-', digit: expect.any(Number) });
  });

  it('writes a table with a row a picture', async () => {
    const { code } = await sandbox.run(
      'predict digits/3 --model strokes --csv out/three.csv'.split(' '),
    );
    expect(code).toBe(0);
    const rows = (await readFile(sandbox.path('out', 'three.csv'), 'utf8')).trim().split('\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatch(/^file,digit,confidence,status,/);
    expect(rows[1].split(',')).toHaveLength(rows[0].split(',').length);
  });

  it('refuses 100 megapixels in one line', async () => {
    const wide = { width: 10_000, height: 10_000, channels: 3 as const, background: 'white' };
    await sharp({ create: wide }).png({ compressionLevel: 1 }).toFile(sandbox.path('huge.png'));
    const { code, json } = await sandbox.run([
      'predict',
      'huge.png',
      '--model',
      'strokes',
      '--json',
    ]);
    expect(code).toBe(1);
    expect(json[0]).toMatchObject({ error: expect.stringMatching(/10000x10000.*megapixels: .*/) });
  });

  it.skipIf(process.getuid?.() === 0)('says which file may not be read', async () => {
    await writeFile(sandbox.path('secret.png'), await drawStroke(0));
    await chmod(sandbox.path('secret.png'), 0o000);
    const { json } = await sandbox.run(['predict', 'secret.png', '--model', 'strokes', '--json']);
    expect(json[0]).toMatchObject({ error: expect.stringMatching(/may not be read: .*chmod/) });
  });

  it('names the models that there are where one is missing', async () => {
    const result = await sandbox.run(['predict', 'digits/0', '--model', 'none']);
    expect(result).toMatchObject(refusal(1, /there is no model none: choose one of .*strokes.*/));
  });

  it('does not read with a damaged model, and leaves the others usable', async () => {
    await sandbox.run('train --data digits --epochs 1 --name torn'.split(' '));
    await truncate(sandbox.path('models', 'torn', 'weights.safetensors'), 1000);
    const torn = await sandbox.run(['predict', 'digits/0', '--model', 'torn']);
    expect(torn).toMatchObject(refusal(1, /model torn is damaged, .*: use another model.*/));
    expect((await sandbox.run(['predict', 'digits/0', '--model', 'strokes'])).code).toBe(0);
    const doctor = await sandbox.run(['doctor', '--json']);
    expect(doctor.code).toBe(1);
    expect(doctor.json[0].problems).toEqual([expect.stringMatching(/model torn is damaged/)]);
  });
});

describe('evaluate', () => {
  it('scores a model digit by digit', async () => {
    const { code, json } = await sandbox.run('evaluate digits --model strokes --json'.split(' '));
    expect(code).toBe(0);
    const [{ count, perClass, confusion }] = json;
    expect(count).toBe(50);
    expect(perClass).toHaveLength(10);
    expect((confusion as number[][]).flat().reduce((sum, value) => sum + value)).toBe(50);
  });
});

describe('any command', () => {
  it.each([[['fly']], [['train']], [['predict']], [['predict', 'x', '--engine', 'steam']]])(
    'refuses %j with exit code 2',
    async (args) => {
      const { code, stdout, stderr } = await sandbox.run(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
  );

  it('refuses a workspace that is not there', async () => {
    const result = await sandbox.run(['models', '--workspace', 'nowhere']);
    expect(result).toMatchObject(refusal(2, /there is no folder nowhere: make it, or .*/));
  });

  it('has help', async () => {
    const { code, stdout } = await sandbox.run(['train', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--validation-split/);
  });

  it('works on either side of the common options', async () => {
    const first = await sandbox.run(['--json', 'engine']);
    const last = await sandbox.run(['engine', '--json']);
    expect(first.json).toEqual(last.json);
    expect(first.json[0]).toMatchObject({ engine: expect.stringMatching(/native|portable/) });
  });

  it('runs on the portable engine too', async () => {
    const { code, json } = await sandbox.run(
      'train --data digits --epochs 1 --engine portable --json'.split(' '),
    );
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({ type: 'started', engine: 'portable' });
  });
});
