import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PutAway } from '../../src/files/put-away.js';

const day = 24 * 60 * 60 * 1000;

let folder: string;
let now: number;
let away: PutAway;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-away-'));
  now = 1000 * day;
  away = new PutAway(join(folder, '.deleted'), () => now);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function put(name: string, content: string) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, content), '');
  await away.put(join(folder, name), name);
}

it('brings back the newest of a name, then the one before it', async () => {
  await put('one', 'older');
  now += day;
  await put('one', 'newer');
  expect(await away.restore('one', join(folder, 'a'))).toBe(true);
  expect(await away.restore('one', join(folder, 'b'))).toBe(true);
  expect(await away.restore('one', join(folder, 'c'))).toBe(false);
  expect([readdirSync(join(folder, 'a')), readdirSync(join(folder, 'b'))]).toEqual([
    ['newer'],
    ['older'],
  ]);
});

it('lets go what is older than a week, and nothing else', async () => {
  await put('old', 'file');
  now += 5 * day;
  await put('new', 'file');
  expect(await away.names()).toEqual(['new', 'old']);
  now += 3 * day;
  await away.sweep();
  expect(await away.names()).toEqual(['new']);
});

it('holds nothing before anything was put away', async () => {
  await away.sweep();
  expect(await away.names()).toEqual([]);
});
