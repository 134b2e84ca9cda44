import { expect, test } from 'vitest';
import { idxAxes, readIdxHeader } from '../../../src/dataset/idx/idx-header.js';
import { idxBytes } from '../idx-bytes.js';

test('an IDX header gives the lengths, and where the values begin', () => {
  const header = readIdxHeader(idxBytes([2, 1, 3], [1, 2, 3, 4, 5, 6]), 'images', 3);
  expect(header).toEqual({ shape: [2, 1, 3], headerBytes: 16, size: 6 });
});

test('bytes in the middle of a larger buffer are read in their place', () => {
  const outer = new Uint8Array(40);
  const inner = idxBytes([2], [7, 8]);
  outer.set(inner, 5);
  const header = readIdxHeader(outer.subarray(5, 5 + inner.length), 'labels', 1);
  expect(header).toEqual({ shape: [2], headerBytes: 8, size: 2 });
});

test.each([
  ['another kind of file', Buffer.from('GIF89a with more'), /not an IDX file of bytes with 3 axes/],
  ['labels where images are due', idxBytes([2], [1, 2]), /not an IDX file of bytes with 3 axes/],
  ['no bytes at all', new Uint8Array(), /not an IDX file/],
  ['a header cut short', idxBytes([2, 1, 3], []).subarray(0, 9), /truncated.*16 bytes, it has 9/],
])('%s is refused with its name', (_, bytes, message) => {
  expect(() => readIdxHeader(bytes, 'my-file', 3)).toThrow(message);
  expect(() => readIdxHeader(bytes, 'my-file', 3)).toThrow(/^my-file /);
});

test('only arrays of bytes have axes', () => {
  expect(idxAxes(Buffer.from([0, 0, 8, 3]))).toBe(3);
  // Floats.
  expect(idxAxes(Buffer.from([0, 0, 13, 3]))).toBeUndefined();
  expect(idxAxes(Buffer.from([0, 0, 8]))).toBeUndefined();
});
