import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { readModel } from '../../../src/model/formats/read-model.js';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { fixture } from './fixtures.js';

const h5 = readFileSync(fixture('tiny-keras3.h5'));

describe('a model that is read in a thread', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-thread-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const withByteChanged = (at: number) => {
    const changed = Buffer.from(h5);
    changed[at] ^= 0xff;
    const path = join(folder, `changed-${at}.h5`);
    writeFileSync(path, changed);
    return path;
  };

  it('is the same as one that is read here', async () => {
    const path = fixture('classic-keras3.keras');
    expect(await readModel(path)).toEqual(await readModelFile(path, undefined));
  });

  it('is read for a network', async () => {
    const { network, weights } = await readModel(fixture('classic-keras3.h5'));
    const alone = await readModel(fixture('classic-keras3.weights.h5'), { network });
    expect(alone.weights).toEqual(weights);
  });

  it('is refused in the same words', async () => {
    await expect(readModel(fixture('lambda-keras3.keras'))).rejects.toMatchObject({
      name: 'Problem',
      line: 'layer twice (Lambda) is not supported, since it is code, and code of a file is never run: put a layer without code in its place, such as Rescaling, and save the model again',
    });
  });

  it('is given up where the library runs round in circles in it', async () => {
    // In the heap of texts, whose length the library then follows without an end.
    const path = withByteChanged(4392);
    await expect(readModel(path, { patience: 4000 })).rejects.toMatchObject({
      name: 'Problem',
      message: 'changed-4392.h5 takes too long to read',
    });
  });

  it('is given up when that is asked for', async () => {
    const giveUp = new AbortController();
    const reading = readModel(withByteChanged(4392), { signal: giveUp.signal });
    giveUp.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });

  it('never takes the program with it, whatever byte is another', async () => {
    for (let at = 11; at < h5.length; at += 1103) {
      const error = await readModel(withByteChanged(at), { patience: 4000 }).catch((it) => it);
      if (error instanceof Error) expect(error).toBeInstanceOf(Problem);
    }
  }, 120_000);
});
