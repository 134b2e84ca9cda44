import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recentPlaces } from '../../src/state/places-file.js';

let root: string;
let data: string;
const place = (name: string) => join(root, name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-places-'));
  data = join(root, 'data', 'digitscope');
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) mkdirSync(place(name));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('keeps five, the newest first, each once', async () => {
  const recent = recentPlaces('pictures', data);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'b', 'f']) await recent.add(place(name));
  expect(await recentPlaces('pictures', data).load()).toEqual(['f', 'b', 'e', 'd', 'c'].map(place));
});

it('keeps those of each purpose apart', async () => {
  await recentPlaces('pictures', data).add(place('a'));
  await recentPlaces('dataset', data).add(place('b'));
  expect(await recentPlaces('pictures', data).load()).toEqual([place('a')]);
  expect(await recentPlaces('dataset', data).load()).toEqual([place('b')]);
});

it('leaves out a place that is gone, and has it again when it is back', async () => {
  const recent = recentPlaces('pictures', data);
  await recent.add(place('a'));
  await recent.add(place('b'));
  rmSync(place('b'), { recursive: true });
  expect(await recent.load()).toEqual([place('a')]);
  mkdirSync(place('b'));
  expect(await recent.load()).toEqual([place('b'), place('a')]);
});

it.each([
  ['no JSON', 'x{'],
  ['no object', '[]'],
  ['another shape', '{"pictures": "/tmp", "dataset": [7]}'],
  ['paths from nowhere', '{"pictures": ["photos", "../up"], "dataset": []}'],
])('takes a file with %s for an empty one', async (_, content) => {
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'places.json'), content);
  const recent = recentPlaces('pictures', data);
  expect(await recent.load()).toEqual([]);
  await recent.add(place('a'));
  expect(await recent.load()).toEqual([place('a')]);
});

it('costs nothing where it cannot be written', async () => {
  writeFileSync(place('file'), 'in the way');
  const recent = recentPlaces('pictures', join(place('file'), 'digitscope'));
  await recent.add(place('a'));
  expect(await recent.load()).toEqual([]);
  expect(readFileSync(place('file'), 'utf8')).toBe('in the way');
});
