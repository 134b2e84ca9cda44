import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataOptions } from '../../src/core/data-options.js';
import { defaultSettings } from '../../src/core/settings.js';
import { HostClient } from '../../src/host/client.js';
import { floatsFromBase64 } from '../../src/host/floats.js';
import type { EpochScore, TracePoint } from '../../src/host/protocol.js';
import { Workspace } from '../../src/host/workspace.js';
import { drawDataset, Sandbox } from '../support/sandbox.js';

let sandbox: Sandbox;
let client: HostClient;
const before = { ...process.env };
const run = 'strokes';

beforeAll(async () => {
  sandbox = await Sandbox.open();
  Object.assign(process.env, sandbox.env);
  await drawDataset(sandbox.path('strokes'), { digits: [0, 4, 7], perClass: 10 });
  client = await HostClient.connect(new Workspace(sandbox.workspace));
  await train('strokes', 2);
});
afterAll(() => {
  client.close();
  process.env = { ...before };
  sandbox.close();
});

/** Trains on the drawn strokes until it has ended. */
async function train(name: string, epochs: number, data?: DataOptions): Promise<void> {
  const settings = { ...defaultSettings, epochs, batchSize: 8 };
  const ended = new Promise<void>((resolve) =>
    client.onRun({
      event: (_, { type }) => {
        if (['completed', 'failed', 'stopped'].includes(type)) resolve();
      },
      loading: () => {},
    }),
  );
  await client.startRun({ source: 'strokes', data, settings, name });
  await ended;
}

const validation = () =>
  client.analysis.score({ weights: { model: 'strokes' }, part: 'validation' });

describe('scores of weights', () => {
  it('are those of an evaluation, sample by sample', async () => {
    const weights = { model: 'strokes' };
    const phases: string[] = [];
    const answer = await client.analysis.score(
      { weights, source: 'strokes', part: 'all' },
      { onProgress: ({ phase }) => phases.push(phase) },
    );
    expect(answer).toMatchObject({ name: 'strokes', count: 30, hasFiles: true, skipped: 0 });
    const labels = Buffer.from(answer.labels, 'base64');
    const probabilities = floatsFromBase64(answer.probabilities);
    const right = labels.filter((label, at) => {
      const row = probabilities.subarray(at * 10, at * 10 + 10);
      return row.indexOf(Math.max(...row)) === label;
    }).length;
    const evaluation = await client.evaluate({ source: 'strokes', model: 'strokes' });
    expect(right / 30).toBe(evaluation.accuracy);
    expect(new Set(phases)).toEqual(new Set(['load', 'score']));
  });

  it('tell one side of the split that the weights were trained with', async () => {
    const held = await validation();
    expect(held).toMatchObject({ source: 'strokes', part: 'validation', count: 6 });
    const trained = await client.analysis.score({ weights: { run }, part: 'train' });
    expect(trained).toMatchObject({ name: 'strokes', count: 24 });
    const files = async (analysis: string, count: number) => {
      const indices = Array.from({ length: count }, (_, index) => index);
      return (await client.analysis.samples({ analysis, indices })).samples.map(({ file }) => file);
    };
    const all = [...(await files(held.analysis, 6)), ...(await files(trained.analysis, 24))];
    expect(new Set(all).size).toBe(30);
  });

  it('tell the split of several sources, limited, that the weights were trained with', async () => {
    await drawDataset(sandbox.path('own'), { digits: [2, 7], perClass: 10 });
    const data = { extra: ['own'], limitPerClass: 8 };
    await train('both', 1, data);
    const ofModel = { weights: { model: 'both' }, part: 'train' } as const;
    const trained = await client.analysis.score(ofModel);
    const ofRun = { weights: { run: 'both', epoch: 1 }, part: 'train' } as const;
    const again = await client.analysis.score(ofRun);
    // Four digits of eight samples, two of each held back.
    expect([trained.count, again.count]).toEqual([24, 24]);
    const indices = Array.from({ length: 24 }, (_, index) => index);
    const filesOf = async ({ analysis }: { analysis: string }) =>
      (await client.analysis.samples({ analysis, indices })).samples.map(({ file }) => file);
    const files = await filesOf(trained);
    expect(await filesOf(again)).toEqual(files);
    expect(files.filter((file) => file?.includes('/own/')).length).toBeGreaterThan(5);
    const all = { weights: { model: 'strokes' }, source: 'strokes', part: 'all', data } as const;
    expect((await client.analysis.score(all)).count).toBe(32);
  });

  it('are refused for one side of the split where it is not known', async () => {
    const asked = client.analysis.score({ weights: {}, source: 'strokes', part: 'validation' });
    await expect(asked).rejects.toThrow('it was not trained on strokes');
  });
});

describe('samples', () => {
  it('come as the network sees them, with their files', async () => {
    const { analysis, labels } = await validation();
    const { samples } = await client.analysis.samples({ analysis, indices: [2, 0, 99] });
    expect(samples.map(({ index }) => index)).toEqual([2, 0]);
    expect(samples[0].label).toBe(Buffer.from(labels, 'base64')[2]);
    expect(Buffer.from(samples[0].pixels, 'base64')).toHaveLength(784);
    expect(samples[0].file).toContain('strokes');
  });

  it('of an analysis that is not kept are refused in a line', async () => {
    await expect(
      client.analysis.samples({ analysis: 'samples-999', indices: [0] }),
    ).rejects.toMatchObject({
      message: 'these samples are no longer in memory',
      remedy: 'score them again',
    });
  });

  it('have nearest ones among what was trained on, the nearest first', async () => {
    const { analysis } = await validation();
    const { samples } = await client.analysis.samples({ analysis, indices: [0] });
    const [{ pixels, label }] = samples;
    const answer = await client.analysis.nearest({ weights: { run }, pixels, count: 3 });
    expect(answer).toMatchObject({ source: 'strokes', searched: 24 });
    const distances = answer.neighbours.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(answer.neighbours[0].label).toBe(label);
  });
});

describe('why an image is read as it is', () => {
  it('is told by covering its parts, and by what the convolutions make of it', async () => {
    const { analysis, probabilities } = await validation();
    const { samples } = await client.analysis.samples({ analysis, indices: [0] });
    const [{ pixels }] = samples;
    const answer = await client.analysis.explain({ weights: { model: 'strokes' }, pixels });
    const scored = floatsFromBase64(probabilities).subarray(0, 10);
    for (const [digit, value] of answer.probabilities.entries()) {
      expect(value).toBeCloseTo(scored[digit], 5);
    }
    expect(floatsFromBase64(answer.occlusion.kept)).toHaveLength(784);
    // The corner is dark already: covering it changes nothing.
    const answered = answer.probabilities.indexOf(Math.max(...answer.probabilities));
    expect(floatsFromBase64(answer.occlusion.kept)[0]).toBeCloseTo(
      answer.probabilities[answered],
      5,
    );
    expect(Buffer.from(answer.occlusion.digits, 'base64')[0]).toBe(answered);
    expect(answer.layers.map(({ name, width, channels }) => [name, width, channels])).toEqual([
      ['conv1', 26, 32],
      ['conv2', 11, 64],
      ['conv3', 3, 128],
    ]);
    const [{ values }] = answer.layers;
    expect(Math.max(...Buffer.from(values, 'base64'))).toBe(255);
  });

  it('is refused for what is no image', async () => {
    const asked = client.analysis.explain({ weights: {}, pixels: 'AAAA' });
    await expect(asked).rejects.toThrow('an image has 784 bytes, this one 3');
  });
});

describe('the epochs of a run', () => {
  it('are kept, and answer for one image one by one', async () => {
    expect(await client.analysis.keptEpochs(run)).toEqual({ epochs: [1, 2] });
    const { analysis } = await validation();
    const { samples } = await client.analysis.samples({ analysis, indices: [0] });
    const told: TracePoint[] = [];
    const { points } = await client.analysis.trace(
      { run, pixels: samples[0].pixels },
      { onProgress: ({ point }) => told.push(point) },
    );
    expect(points.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(told).toEqual(points);
    expect(points[0].probabilities).not.toEqual(points[1].probabilities);
  });

  it('score as the run did when it trained', async () => {
    const told: EpochScore[] = [];
    const { epochs } = await client.analysis.epochScores(
      { run, part: 'validation' },
      { onProgress: (progress) => 'score' in progress && told.push(progress.score) },
    );
    expect(told).toEqual(epochs);
    const { events } = await client.attachRun(run);
    const ended = events.flatMap((event) => (event.type === 'epoch-ended' ? [event] : []));
    for (const [place, { epoch, accuracy, loss }] of epochs.entries()) {
      expect(epoch).toBe(ended[place].epoch);
      expect(accuracy).toBe(ended[place].validation.accuracy);
      expect(loss).toBeCloseTo(ended[place].validation.loss, 5);
    }
  });

  it('are told of where there are none', async () => {
    expect(await client.analysis.keptEpochs('nowhere')).toEqual({ epochs: [] });
    const pixels = Buffer.alloc(784).toString('base64');
    await expect(client.analysis.trace({ run: 'nowhere', pixels })).rejects.toThrow(
      'this run has kept no weights of its epochs',
    );
  });

  it('part only what is still the same data', async () => {
    await train('changed', 1);
    rmSync(sandbox.path('strokes', '4', '0.png'));
    await expect(
      client.analysis.score({ weights: { run: 'changed', epoch: 1 }, part: 'validation' }),
    ).rejects.toThrow('strokes has changed since the training: 30 samples then, 29 now');
  });
});

it('measures what reading costs at this moment', async () => {
  const measured = await client.analysis.measure({ weights: {} });
  expect(measured.single.length).toBeGreaterThan(0);
  expect(measured.single.every((milliseconds) => milliseconds > 0)).toBe(true);
  expect(measured.batches.every((rate) => rate > 0)).toBe(true);
  expect(measured.weightBytes).toBe(242_954 * 4);
  expect(measured.diskBytes).toBeGreaterThan(measured.weightBytes);
});
