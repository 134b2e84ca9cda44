import { expect, it } from 'vitest';
import { SharedRoom } from '../../src/host/shared-room.js';

it('is shared: who takes more than is left gets nothing, and who leaves makes room', () => {
  const room = new SharedRoom(100);
  const [one, other] = [{}, {}];
  expect(room.take(one, 60)).toBe('taken');
  expect(room.take(other, 41)).toBe('full');
  expect(room.take(one, 20)).toBe('taken');
  expect(room.take(other, 80)).toBe('taken');
  expect(room.take(one, 21)).toBe('full');
  room.leave(other);
  expect(room.take(one, 100)).toBe('taken');
  room.leave(one);
  room.leave(one);
  expect(room.take(other, 101)).toBe('full');
});
