import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { Guide } from '../../../src/state/live/guide.js';
import { guidePages, guidePicture, guideSides } from '../../../src/state/live/guide-pages.js';
import { programRoot } from '../../support/sandbox.js';
import { FakeHost, read, settle } from '../recognition-fakes.js';

let host: FakeHost;
let guide: Guide;

beforeEach(() => {
  host = new FakeHost();
  guide = new Guide({ connect: async () => host, folder: '/guidelines' });
});

it.each(guidePages.flatMap((page) => guideSides.map((side) => guidePicture(page, side))))(
  '%s comes with the program',
  (name) => {
    expect(existsSync(join(programRoot, 'examples', 'guidelines', name))).toBe(true);
  },
);

it('reads both pictures of a page when it is opened, and those of the next', async () => {
  void guide.open('starter');
  await settle();
  const [good, bad] = guide.files;
  expect(good).toBe('/guidelines/5-whole-good.jpg');
  expect(host.last.params).toEqual({ paths: [good, bad], model: 'starter' });
  host.last.tell(2, read(good, 5, 0.99), read(bad, 2, 0.7));
  host.last.answer('starter');
  await settle();
  const { readings, model } = guide.store.getState();
  expect(model).toBe('starter');
  expect(readings.get(bad)).toMatchObject({ result: { digit: 2 }, preview: { status: 'ready' } });
  void guide.move(2);
  await settle();
  expect(host.last.params.paths[0]).toBe('/guidelines/8-large-good.jpg');
});

it('stays at its ends', async () => {
  void guide.move(-2);
  expect(guide.store.getState().place).toBe(0);
  void guide.move(99);
  expect(guide.store.getState().place).toBe(guidePages.length * 2 - 1);
  await settle();
});

it('forgets what another model has answered', async () => {
  void guide.open('starter');
  await settle();
  host.last.tell(1, read(guide.files[0], 5, 0.99));
  void guide.open('other');
  await settle();
  expect(guide.store.getState().readings.get(guide.files[0])?.result).toBe(undefined);
});

it('says why a page could not be read', async () => {
  void guide.open(undefined);
  await settle();
  host.last.fail(new Error('the host has ended'));
  await vi.waitFor(() => expect(guide.store.getState().problem).toBe('the host has ended'));
});
