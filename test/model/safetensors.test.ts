import { describe, expect, it } from 'vitest';
import { digitNetwork } from '../../src/model/network.js';
import { decodeSafetensors, encodeSafetensors } from '../../src/model/safetensors.js';
import { initialWeights } from '../../src/model/weights.js';

const weights = initialWeights(digitNetwork, 3);
const bytes = encodeSafetensors(digitNetwork, weights);

describe('safetensors', () => {
  it('begin with the length of a header that ends on a multiple of eight', () => {
    const length = Number(bytes.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    const header = JSON.parse(bytes.toString('utf8', 8, 8 + length));
    expect(header['conv1/kernel']).toEqual({
      dtype: 'F32',
      shape: [3, 3, 1, 32],
      data_offsets: [0, 1152],
    });
    expect(bytes).toHaveLength(8 + length + 242_954 * 4);
  });

  it('give the weights back', () => {
    expect(decodeSafetensors(digitNetwork, bytes, 'w')).toEqual(weights);
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'w is cut short'],
    ['half of the bytes', bytes.subarray(0, bytes.length / 2), 'w is cut short'],
    ['text', Buffer.from('this is not a file of weights'), 'w is cut short'],
    [
      'a header that is no JSON',
      Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(bytes.length, 'x')]),
      'w has a header that cannot be read',
    ],
    ['another network', encodeSafetensors({ ...digitNetwork, layers: [] }, new Map()), 'w has no'],
  ])('are refused where there is %s', (_, damaged, message) => {
    expect(() => decodeSafetensors(digitNetwork, damaged, 'w')).toThrow(message);
  });
});
