import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { readNpz } from '../../../src/dataset/npz/read-npz.js';
import { temporaryFolder, writeFiles } from '../../vision/temporary-folder.js';
import { type NpyArray, npzBytes, zipBytes } from '../npz-bytes.js';

async function read(content: Buffer, half: 'train' | 'test' = 'train') {
  const folder = await writeFiles(await temporaryFolder(), { 'some.npz': content });
  return readNpz(join(folder, 'some.npz'), half, {});
}

async function problemOf(content: Buffer, half: 'train' | 'test' = 'train'): Promise<string> {
  const error = await read(content, half).catch((thrown: unknown) => thrown);
  return error instanceof Problem ? error.message : `no Problem: ${error}`;
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function arrayOf(type: string, shape: readonly number[], array: ArrayBufferView): NpyArray {
  return { type, shape, bytes: bytesOf(array) };
}

/** Three pictures of 4x4 with greys 0 to 240, and their labels. */
const greys = Uint8Array.from({ length: 48 }, (_, index) => (index * 5) % 256);
const labels = arrayOf('|u1', [3], Uint8Array.of(7, 0, 9));
const images = arrayOf('|u1', [3, 4, 4], greys);

const swapped = Buffer.from(Int32Array.from(greys).buffer.slice(0)).swap32();

describe('arrays of every usual type', () => {
  it.each<[string, NpyArray]>([
    ['bytes', images],
    [
      'long integers',
      arrayOf(
        '<i8',
        [3, 4, 4],
        BigInt64Array.from(greys, (grey) => BigInt(grey)),
      ),
    ],
    ['integers, the highest byte first', { type: '>i4', shape: [3, 4, 4], bytes: swapped }],
    ['floats to 255', arrayOf('<f4', [3, 4, 4, 1], Float32Array.from(greys))],
    [
      'doubles to 1',
      arrayOf(
        '<f8',
        [3, 16],
        Float64Array.from(greys, (grey) => grey / 255 / (240 / 255)),
      ),
    ],
  ])('of %s give the greys', async (name, x) => {
    const {
      pixels,
      width,
      height,
      labels: digits,
    } = await read(npzBytes({ x_train: x, y_train: labels }));
    expect([width, height, ...digits]).toEqual([4, 4, 7, 0, 9]);
    const most = Math.max(...greys);
    const expected =
      name === 'doubles to 1' ? greys.map((grey) => Math.round((grey / 240) * 255)) : greys;
    expect(most).toBeGreaterThan(200);
    expect([...pixels]).toEqual([...expected]);
  });

  it('of ten shares a label give the largest', async () => {
    const shares = new Float32Array(30);
    shares.set([0, 0, 0, 0, 0, 0, 0, 1, 0, 0], 0);
    shares.set([0.6, 0.4, 0, 0, 0, 0, 0, 0, 0, 0], 10);
    shares.set([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 20);
    const y = arrayOf('<f4', [3, 10], shares);
    expect([...(await read(npzBytes({ x_train: images, y_train: y }))).labels]).toEqual([7, 0, 9]);
  });
});

describe('a file that does not fit is refused', () => {
  const float = (values: number[]) => arrayOf('<f4', [1, 4, 4], Float32Array.from(values));
  const one = arrayOf('|u1', [1], Uint8Array.of(1));
  const sixteen = Array<number>(16).fill(3);
  it.each<[string, Buffer, string]>([
    [
      'without the arrays',
      npzBytes({ pictures: images }),
      'some.npz has no arrays x_train and y_train, but pictures',
    ],
    [
      'with counts that disagree',
      npzBytes({ x_train: images, y_train: one }),
      'some.npz has 3 images, but 1 labels',
    ],
    [
      'with a label that is no digit',
      npzBytes({ x_train: images, y_train: arrayOf('|u1', [3], Uint8Array.of(1, 2, 10)) }),
      'some.npz has the label 10 at 2',
    ],
    [
      'with a value beyond white',
      npzBytes({ x_train: float(sixteen.with(5, 300)), y_train: one }),
      'some.npz has the value 300 in image 0',
    ],
    [
      'with no number',
      npzBytes({ x_train: float(sixteen.with(5, Number.NaN)), y_train: one }),
      'some.npz has the value NaN in image 0',
    ],
    [
      'in colour',
      npzBytes({ x_train: arrayOf('|u1', [1, 4, 4, 3], new Uint8Array(48)), y_train: one }),
      'some.npz has x_train of 1x4x4x3, which are no grey images',
    ],
    [
      'of text',
      npzBytes({ x_train: { ...images, type: '<U1' }, y_train: labels }),
      'some.npz has x_train in the type U1',
    ],
    [
      'cut short',
      npzBytes({ x_train: images, y_train: labels }).subarray(0, 300),
      'some.npz is no NPZ file, or is damaged',
    ],
    [
      'that is no zip',
      Buffer.from('PK\x03\x04 and then words'),
      'some.npz is no NPZ file, or is damaged',
    ],
    [
      'with fewer bytes than its shape says',
      npzBytes({ x_train: { ...images, shape: [4, 4, 4] }, y_train: labels }),
      'some.npz is no NPZ file, or is damaged',
    ],
    [
      'of something else',
      zipBytes({ 'x_train.npy': Buffer.from('words'), 'y_train.npy': Buffer.from('words') }),
      'some.npz is no NPZ file, or is damaged',
    ],
  ])('%s', async (_, content, message) => {
    expect(await problemOf(content)).toBe(message);
  });

  it('that lacks the half that was asked for', async () => {
    expect(await problemOf(npzBytes({ x_train: images, y_train: labels }), 'test')).toBe(
      'some.npz has no arrays x_test and y_test, but x_train, y_train',
    );
  });

  it('that unpacks to more than it says, before it fills the memory', async () => {
    const bomb = Buffer.alloc(200 * 2 ** 20);
    const content = zipBytes({ 'x_train.npy': bomb, 'y_train.npy': bomb }, 1000);
    expect(await problemOf(content)).toBe('some.npz is no NPZ file, or is damaged');
  });
});
