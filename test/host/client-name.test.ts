import { expect, it } from 'vitest';
import { clientName } from '../../src/host/client-name.js';

it('is what a client is, and where', () => {
  expect(clientName('app', 'pts/3')).toBe('app on pts/3');
  expect(clientName('digitscope train', undefined)).toMatch(
    /^digitscope train( on (pts\/|tty)\d+)?$/,
  );
});
