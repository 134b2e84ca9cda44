import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { loadNative } from '../../../src/engine/native/load.js';
import { installEngine } from '../../../src/engine/native/setup/install.js';
import { verdictOn } from '../../../src/engine/native/setup/verdict.js';
import { engineStatus } from '../../../src/engine/status.js';

afterEach(() => vi.unstubAllEnvs());

describe('DIGITSCOPE_ENGINE=portable', () => {
  it('makes the status portable, with the reason', async () => {
    vi.stubEnv('DIGITSCOPE_ENGINE', 'portable');
    expect(await engineStatus()).toMatchObject({
      engine: 'portable',
      tensorflow: 'tfjs 4.22.0 (WebAssembly)',
      node: process.versions.node,
      source: 'npm',
      reason: 'DIGITSCOPE_ENGINE=portable is set',
    });
  });

  it('makes set-up do nothing', async () => {
    vi.stubEnv('DIGITSCOPE_ENGINE', 'portable');
    const lines: string[] = [];
    const status = await installEngine({ report: (line) => lines.push(line), force: true });
    expect([status.engine, lines]).toEqual(['portable', []]);
  });

  it('makes loading the native library a problem that names its remedy', () => {
    vi.stubEnv('DIGITSCOPE_ENGINE', 'portable');
    expect(() => loadNative()).toThrow(Problem);
    expect(() => loadNative()).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('`digitscope engine install`') }),
    );
  });
});

describe('verdictOn', () => {
  it('survives a base without a binding, and one whose package is broken', () => {
    const base = mkdtempSync(join(tmpdir(), 'digitscope-base-'));
    try {
      expect(verdictOn(base)).toEqual({ loads: false, reason: 'it is not installed' });
      mkdirSync(join(base, 'lib/napi-v8'), { recursive: true });
      writeFileSync(join(base, 'lib/napi-v8/tfjs_binding.node'), 'not a library');
      writeFileSync(join(base, 'index.js'), "require('./lib/napi-v8/tfjs_binding.node')");
      expect(verdictOn(base)).toMatchObject({
        loads: false,
        reason: expect.stringContaining('it does not load ('),
      });
      writeFileSync(join(base, 'index.js'), "process.kill(process.pid, 'SIGILL')");
      expect(verdictOn(base)).toEqual({
        loads: false,
        reason: 'it needs a newer processor than this one',
      });
    } finally {
      rmSync(base, { recursive: true });
    }
  });
});
