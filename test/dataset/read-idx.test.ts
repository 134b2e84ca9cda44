import { expect, test } from 'vitest';
import { readIdx } from '../../src/dataset/read-idx.js';
import { idxBytes } from './idx-bytes.js';

test('an IDX file gives its lengths and its values', () => {
  const { shape, values } = readIdx(idxBytes([2, 1, 3], [1, 2, 3, 4, 5, 6]), 'images', 3);
  expect(shape).toEqual([2, 1, 3]);
  expect([...values]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('bytes in the middle of a larger buffer are read in their place', () => {
  const outer = new Uint8Array(40);
  const inner = idxBytes([2], [7, 8]);
  outer.set(inner, 5);
  expect([...readIdx(outer.subarray(5, 5 + inner.length), 'labels', 1).values]).toEqual([7, 8]);
});

const good = idxBytes([2, 1, 3], [1, 2, 3, 4, 5, 6]);
test.each([
  ['another kind of file', Buffer.from('GIF89a with more'), /not an IDX file of bytes with 3 axes/],
  ['labels where images are due', idxBytes([2], [1, 2]), /not an IDX file of bytes with 3 axes/],
  ['no bytes at all', new Uint8Array(), /not an IDX file/],
  ['a header cut short', good.subarray(0, 9), /truncated.*16 bytes, it has 9/],
  ['values cut short', good.subarray(0, 20), /truncated.*22 bytes, it has 20/],
  ['more values than the header says', Buffer.concat([good, good]), /too long/],
])('%s is refused with its name', (_, bytes, message) => {
  expect(() => readIdx(bytes, 'my-file', 3)).toThrow(message);
  expect(() => readIdx(bytes, 'my-file', 3)).toThrow(/^my-file /);
});
