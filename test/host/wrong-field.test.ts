import { expect, it } from 'vitest';
import type * as z from 'zod';
import { scoreRequest } from '../../src/host/protocol.js';
import { shortLine, wrongField } from '../../src/host/wrong-field.js';

function lineOf(params: unknown): string {
  return wrongField(scoreRequest.schema.safeParse(params).error as z.ZodError);
}

it.each([
  [{ weights: { model: 'a' }, part: 'half' }, /^part: /],
  [{ weights: { run: '..' }, part: 'all' }, /^weights\.run: must be the name of a run$/],
  [{ weights: { run: 'a', epoch: 1.5 }, part: 'all' }, /^weights/],
  [{ weights: 3, part: 'all' }, /^weights: /],
  ['text', /object/],
])('names the field of %j that is wrong', (params, line) => {
  expect(lineOf(params)).toMatch(line);
});

it('is one line of bounded length, whatever was sent', () => {
  expect(shortLine('a\nb\u001b[2J')).toBe('a?b?[2J');
  expect(shortLine('x'.repeat(1e6))).toHaveLength(201);
});
