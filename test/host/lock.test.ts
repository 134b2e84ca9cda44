import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/host/lock.js';

describe('a lock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-lock-'));
    file = join(folder, 'host.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken once and free again when it is given back', () => {
    const lock = takeLock(file);
    expect(lock?.isOurs()).toBe(true);
    expect(takeLock(file)).toBeUndefined();
    lock?.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(takeLock(file)).toBeDefined();
  });

  it.each([
    ['a process that is gone', '4194399'],
    ['nobody', ''],
    ['something that is no process', 'x'],
  ])('of %s is taken over', (_, content) => {
    writeFileSync(file, content);
    expect(takeLock(file)).toBeDefined();
  });

  it('of a process that lives is not', () => {
    writeFileSync(file, String(process.ppid));
    expect(takeLock(file)).toBeUndefined();
  });

  it('that another has taken meanwhile is not given back in its place', () => {
    const lock = takeLock(file);
    writeFileSync(file, String(process.ppid));
    expect(lock?.isOurs()).toBe(false);
    lock?.release();
    expect(readdirSync(folder)).toEqual(['host.lock']);
  });
});
