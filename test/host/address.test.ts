import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostAddress } from '../../src/host/address.js';
import { Workspace } from '../../src/host/workspace.js';

describe('the folder of sockets', () => {
  let runtime: string;
  const before = process.env.XDG_RUNTIME_DIR;
  const address = () => hostAddress(new Workspace('.'));

  beforeEach(() => {
    runtime = mkdtempSync(join(tmpdir(), 'digitscope-runtime-'));
    process.env.XDG_RUNTIME_DIR = runtime;
  });
  afterEach(() => {
    process.env.XDG_RUNTIME_DIR = before;
    if (before === undefined) delete process.env.XDG_RUNTIME_DIR;
    rmSync(runtime, { recursive: true });
  });

  it('is made for its owner alone', () => {
    expect(address().socket).toMatch(/digitscope\/[0-9a-f]{16}\.sock$/);
    expect(statSync(join(runtime, 'digitscope')).mode & 0o777).toBe(0o700);
  });

  it('is refused where it is open to others', () => {
    mkdirSync(join(runtime, 'digitscope'));
    chmodSync(join(runtime, 'digitscope'), 0o770);
    expect(address).toThrow(/is open to others/);
  });

  it('is refused where it is a link', () => {
    mkdirSync(join(runtime, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(runtime, 'elsewhere'), join(runtime, 'digitscope'));
    expect(address).toThrow(/is open to others/);
  });

  it.skipIf(process.getuid?.() !== 0)('is refused where it belongs to somebody else', () => {
    mkdirSync(join(runtime, 'digitscope'), { mode: 0o700 });
    chownSync(join(runtime, 'digitscope'), 12_345, 12_345);
    expect(address).toThrow(/is open to others/);
  });
});
