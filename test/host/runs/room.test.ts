import { expect, it } from 'vitest';
import { Room } from '../../../src/host/runs/room.js';

const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
});

function room({ signal = new AbortController().signal, interval = 5 } = {}) {
  const told: string[] = [];
  const onFull = (reason: string) => told.push(reason);
  return { told, room: new Room({ onFull, onRoom: () => told.push('room'), signal, interval }) };
}

/** Fails so many times. */
function write(times: number, error: Error = noSpace) {
  let left = times;
  return async () => {
    if (left-- > 0) throw error;
    return 'written';
  };
}

it('tries again until there is room, and says so once each way', async () => {
  const { room: disk, told } = room();
  expect(await disk.write(write(3))).toBe('written');
  expect(told).toEqual([expect.stringMatching(/no room left on the disk: make some/), 'room']);
});

it('finds the lack of room below what was made of it', async () => {
  const { room: disk, told } = room();
  const wrapped = new Error('model m could not be saved', { cause: noSpace });
  expect(await disk.write(write(1, wrapped))).toBe('written');
  expect(told).toHaveLength(2);
});

it('does not wait where something else is wrong', async () => {
  const { room: disk, told } = room();
  await expect(disk.write(write(1, new Error('denied')))).rejects.toThrow('denied');
  expect(told).toEqual([]);
});

it('gives up when nobody waits any longer', async () => {
  const abort = new AbortController();
  const { room: disk } = room({ signal: abort.signal, interval: 100_000 });
  const writing = disk.write(write(1));
  setImmediate(() => abort.abort());
  expect(await writing).toBe('written');
  await expect(disk.write(write(1))).rejects.toThrow(/no room left on the disk/);
});

it('tries at once when a person says so', async () => {
  const { room: disk } = room({ interval: 100_000 });
  const writing = disk.write(write(1));
  setImmediate(() => disk.tryNow());
  expect(await writing).toBe('written');
});
