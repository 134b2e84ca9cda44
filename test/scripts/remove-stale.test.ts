import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeStale } from '../../scripts/remove-stale.mjs';

const now = Date.UTC(2026, 0, 2);
const hour = 60 * 60 * 1000;
const names = new Set(['main.js', 'chunk-NEW.js']);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-dist-'));
  write('main.js', 30);
  write('chunk-NEW.js', 0);
  write('chunk-TODAY.js', 1);
  write('chunk-OLD.js', 24);
  mkdirSync(join(folder, 'folder'));
  age('folder', 40);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, hours: number): void {
  writeFileSync(join(folder, name), '');
  age(name, hours);
}

function age(name: string, hours: number): void {
  const at = new Date(now - hours * hour);
  utimesSync(join(folder, name), at, at);
}

it('keeps what an open app of an earlier build may load yet', async () => {
  await removeStale(folder, { names, olderThan: 24 * hour, now });
  expect(readdirSync(folder).sort()).toEqual(['chunk-NEW.js', 'chunk-TODAY.js', 'main.js']);
});

it('leaves nothing but the build where that is to be alone', async () => {
  await removeStale(folder, { names, olderThan: 0, now });
  expect(readdirSync(folder).sort()).toEqual(['chunk-NEW.js', 'main.js']);
});
