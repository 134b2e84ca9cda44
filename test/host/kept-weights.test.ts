import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KeptWeights } from '../../src/host/kept-weights.js';
import { digitNetwork } from '../../src/model/network.js';
import { initialWeights } from '../../src/model/weights.js';

let folder: string;
let kept: KeptWeights;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-kept-'));
  kept = new KeptWeights(folder, digitNetwork);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads back the weights of an epoch, and the best', async () => {
  const [first, best] = [1, 2].map((seed) => initialWeights(digitNetwork, seed));
  expect(await kept.epochs()).toEqual([]);
  expect(await kept.writeEpoch(1, first)).toBe(join('checkpoints', 'epoch-0001.safetensors'));
  await kept.writeBest(best);
  expect(await kept.epochs()).toEqual([1]);
  expect((await kept.read(1)).weights.get('digits/kernel')).toEqual(first.get('digits/kernel'));
  expect((await kept.read()).weights.get('digits/kernel')).toEqual(best.get('digits/kernel'));
});

it('lets epochs of a long run go', async () => {
  const weights = initialWeights(digitNetwork, 1);
  for (const epoch of [1, 2, 3, 4, 66]) await kept.writeEpoch(epoch, weights);
  expect(await kept.epochs()).toEqual([1, 2, 4, 66]);
});

it('says what is not kept, or damaged', async () => {
  await expect(kept.read(7)).rejects.toThrow('the weights of epoch 7 of this run are not kept');
  await expect(kept.read()).rejects.toThrow('the best weights of this run are not kept');
  await kept.writeEpoch(1, initialWeights(digitNetwork, 1));
  writeFileSync(join(folder, 'checkpoints', 'epoch-0001.safetensors'), 'torn');
  await expect(kept.read(1)).rejects.toMatchObject({ name: 'Problem' });
});
