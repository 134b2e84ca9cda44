import { beforeEach, expect, it } from 'vitest';
import { PagedList } from '../../../src/state/training-data/paged-list.js';

let asked: [from: number, count: number][];
let answer: (from: number, count: number) => Promise<string[]>;
let list: PagedList<string>;

const names = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `item ${from + index}`);

beforeEach(() => {
  asked = [];
  answer = async (from, count) => names(from, count);
  list = new PagedList((from, count) => {
    asked.push([from, count]);
    return answer(from, count);
  });
  list.reset(25);
});

const state = () => list.store.getState();

it('loads what is looked at, and nothing twice', async () => {
  await list.want(0, 10);
  await list.want(5, 15);
  expect(asked).toEqual([
    [0, 10],
    [10, 5],
  ]);
  expect(state().items.get(12)).toBe('item 12');
});

it('asks for nothing beyond its ends', async () => {
  await list.want(-3, 4);
  await list.want(20, 99);
  await list.want(25, 99);
  expect(asked).toEqual([
    [0, 4],
    [20, 5],
  ]);
});

it('moves within its ends', () => {
  list.move(-1);
  expect(state().place).toBe(0);
  list.move(99);
  expect(state().place).toBe(24);
  list.reset(0);
  list.move(1);
  expect(state().place).toBe(0);
});

it('takes nothing that was asked of the list before', async () => {
  let finish = (_: string[]) => {};
  answer = () => new Promise((resolve) => (finish = resolve));
  const old = list.want(0, 2);
  list.reset(25);
  answer = async () => ['new 0', 'new 1'];
  await list.want(0, 2);
  finish(['old 0', 'old 1']);
  await old;
  expect(state().items.get(0)).toBe('new 0');
});

it('says why something could not be loaded, and asks again', async () => {
  answer = async () => {
    throw new Error('the host is gone');
  };
  await list.want(0, 3);
  expect(state().problem).toBe('the host is gone');
  answer = async (from, count) => names(from, count);
  await list.want(0, 3);
  expect(state()).toMatchObject({ problem: undefined });
  expect(state().items.size).toBe(3);
});
