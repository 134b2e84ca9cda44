import { describe, expect, it } from 'vitest';
import { compilerArguments } from '../../../src/engine/native/setup/compile.js';
import { environmentForNpm } from '../../../src/engine/native/setup/npm-package.js';
import { runTool, telling } from '../../../src/engine/native/setup/tool.js';
import { failureOf } from '../../../src/engine/native/setup/verdict.js';

describe('runTool', () => {
  it('gives what a tool wrote', async () => {
    const output = await runTool(process.execPath, ['-p', '6 * 7'], { limit: 20 });
    expect(output).toBe('42\n');
  });

  it.each([
    ['no-such-tool', [], 'there is no no-such-tool'],
    [process.execPath, ['-e', 'process.exit(4)'], `${process.execPath}: exit code 4`],
    [
      process.execPath,
      ['-e', 'console.error("ERROR: no wheel\\nbye"); process.exit(1)'],
      `${process.execPath}: ERROR: no wheel`,
    ],
  ])('says in a line why %s %j failed', async (command, args, message) => {
    await expect(runTool(command, args, { limit: 20 })).rejects.toThrow(
      expect.objectContaining({ name: 'ToolFailure', message }),
    );
  });
});

describe('telling', () => {
  it.each([
    ['', undefined],
    ['one\ntwo\n', 'two'],
    ['a.cc:3: error: bad\n1 error generated.\ncompilation ended\n', '1 error generated.'],
    ['x'.repeat(200), `${'x'.repeat(159)}…`],
  ])('finds in %j the line that matters', (output, line) => {
    expect(telling(output)).toBe(line);
  });
});

describe('failureOf', () => {
  it.each([
    [{ signal: 'SIGILL', stderr: '' }, 'it needs a newer processor than this one'],
    [{ signal: 'SIGSEGV', stderr: '' }, 'it ended its process with SIGSEGV'],
    [
      { signal: null, stderr: 'node:internal\n\nError: libfoo.so: cannot open\n    at x\n' },
      'it does not load (libfoo.so: cannot open)',
    ],
    [{ signal: null, stderr: '' }, 'it does not load (without an error message)'],
    [
      { signal: null, stderr: '', error: new Error('spawn ENOMEM') },
      'it could not be tried (spawn ENOMEM)',
    ],
  ])('puts %j in a line', (child, reason) => {
    expect(failureOf(child)).toBe(reason);
  });
});

describe('environmentForNpm', () => {
  it('keeps the registry and the proxy, and drops what would install elsewhere', () => {
    const environment = {
      PATH: '/bin',
      npm_config_registry: 'https://registry.example',
      npm_config_https_proxy: 'http://proxy.example',
      npm_config_global: 'true',
      npm_config_prefix: '/usr',
      npm_config_ignore_scripts: '',
      npm_lifecycle_event: 'postinstall',
    };
    expect(environmentForNpm(environment)).toEqual({
      PATH: '/bin',
      npm_config_registry: 'https://registry.example',
      npm_config_https_proxy: 'http://proxy.example',
    });
  });
});

describe('compilerArguments', () => {
  const compilation = {
    base: '/base',
    headers: '/include',
    target: '/target',
    libraries: ['libtf.2'],
  };

  it.each([
    ['linux', '-Wl,-rpath,$ORIGIN/../../deps/lib', 0],
    ['darwin', '-Wl,-rpath,@loader_path/../../deps/lib', 1],
  ])('lets the binding find its libraries on %s from its own place', (os, rpath, lookups) => {
    const options = compilerArguments({ ...compilation, os }, '/napi', '/out.node');
    expect(options).toContain(rpath);
    expect(options).toContain('/target/deps/lib/libtf.2');
    expect(options.filter((option) => option === 'dynamic_lookup')).toHaveLength(lookups);
    expect(options.slice(-2)).toEqual(['-o', '/out.node']);
  });
});
