import { expect, it } from 'vitest';
import { dropLine, dropTarget } from '../../../src/state/live/drop-line.js';

it.each([
  ['/work/inbox', { user: 'ada', host: 'lab' }, 'scp picture.jpg ada@lab:/work/inbox/'],
  ['/work/in/', { user: 'ada', host: '10.0.0.7' }, 'scp picture.jpg ada@10.0.0.7:/work/in/'],
  ['/work', { user: 'ada', host: 'fe80::1' }, 'scp picture.jpg ada@[fe80::1]:/work/'],
  ['/work', { user: 'ada', host: 'lab', port: '2222' }, 'scp -P 2222 picture.jpg ada@lab:/work/'],
  ['/my inbox', { user: 'ada', host: 'lab' }, "scp picture.jpg 'ada@lab:/my inbox/'"],
])('to %s at %j is %s', (folder, target, line) => {
  expect(dropLine(folder, target)).toBe(line);
});

it('names the address that the person has come to over SSH', () => {
  const there = (connection: string) => dropTarget({ SSH_CONNECTION: connection });
  expect(there('10.0.0.2 50000 10.0.0.7 22')).toMatchObject({ host: '10.0.0.7' });
  expect(there('10.0.0.2 50000 10.0.0.7 22')).not.toHaveProperty('port');
  expect(there('10.0.0.2 50000 10.0.0.7 2222')).toMatchObject({ port: '2222' });
  expect(dropTarget({}).host).not.toBe('');
});
