import { expect, test } from 'vitest';
import { unopenable, unsupportedHeic } from '../../src/vision/unreadable.js';

test.each([
  ['ENOENT', 'a.png is not there: check the path'],
  ['EACCES', 'a.png may not be read: give yourself permission to read it (chmod u+r)'],
  ['EIO', 'a.png cannot be opened (EIO): check that its disk is there, then try again'],
])('%s is put into words', (code, line) => {
  const cause = Object.assign(new Error('system words'), { code });
  expect(unopenable('a.png', cause).line).toBe(line);
  expect(unopenable('a.png', cause).cause).toBe(cause);
});

test('a HEIC photo says how to make it readable', () => {
  expect(unsupportedHeic('a.heic').line).toContain('save it as JPEG or PNG');
});
