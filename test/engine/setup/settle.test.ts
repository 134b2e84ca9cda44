import { describe, expect, it } from 'vitest';
import { type Installation, settle } from '../../../src/engine/native/setup/install.js';
import type { NativeSource } from '../../../src/engine/native/setup/platform.js';

interface Machine {
  loads?: boolean;
  kept?: string[];
  makers?: NativeSource[];
  /** Libraries that do not load, and makers that fail, with the reason. */
  broken?: Record<string, string>;
}

/** A machine on which a maker's library is called after the maker; it writes down what is done. */
function machine({
  loads = false,
  kept = [],
  makers = ['package installer', 'PyPI'],
  broken = {},
}: Machine) {
  const done: string[] = [];
  const installation: Installation<string> = {
    loads: () => loads,
    makers,
    platform: 'plan9-x64',
    base: async () => '/base',
    kept: async () => kept,
    discard: async (library) => {
      done.push(`discard ${library}`);
    },
    make: async (maker) => {
      done.push(`make ${maker}`);
      if (broken[maker]) throw new Error(broken[maker]);
      return `new ${maker}`;
    },
    fit: async (library) => {
      done.push(`fit ${library}`);
      return broken[library];
    },
  };
  return { done, installation };
}

describe('settle', () => {
  it.each<[string, Machine, 'set-up' | 'force', string[], string | undefined]>([
    ['leaves alone what loads', { loads: true, kept: ['old'] }, 'set-up', [], undefined],
    ['leaves alone what loads, forced too', { loads: true }, 'force', [], undefined],
    [
      'says where there is no library',
      { makers: [] },
      'set-up',
      [],
      'TensorFlow has no library for plan9-x64',
    ],
    ['uses what is kept', { kept: ['old'] }, 'set-up', ['fit old'], undefined],
    [
      'tries each that is kept',
      { kept: ['old', 'older'], broken: { old: 'bad' } },
      'set-up',
      ['fit old', 'fit older'],
      undefined,
    ],
    [
      'does not make again what this machine cannot load',
      { kept: ['old'], broken: { old: 'too new' } },
      'set-up',
      ['fit old'],
      'the one in the cache: too new',
    ],
    [
      'makes it again when forced',
      { kept: ['old'], broken: { old: 'damaged' } },
      'force',
      ['fit old', 'discard old', 'make package installer', 'fit new package installer'],
      undefined,
    ],
    [
      'asks the first maker first',
      {},
      'set-up',
      ['make package installer', 'fit new package installer'],
      undefined,
    ],
    [
      'asks the next maker where one fails',
      { broken: { 'package installer': 'closed' } },
      'set-up',
      ['make package installer', 'make PyPI', 'fit new PyPI'],
      undefined,
    ],
    [
      'asks the next maker where a library does not load',
      { broken: { 'new package installer': 'wrong processor' } },
      'set-up',
      ['make package installer', 'fit new package installer', 'make PyPI', 'fit new PyPI'],
      undefined,
    ],
    [
      'gives every reason where all fail',
      { broken: { 'package installer': 'closed', PyPI: 'no compiler' } },
      'set-up',
      ['make package installer', 'make PyPI'],
      'package installer: closed; PyPI: no compiler',
    ],
  ])('%s', async (_name, given, how, done, reason) => {
    const { installation, done: actual } = machine(given);
    expect(await settle(installation, { force: how === 'force' })).toBe(reason);
    expect(actual).toEqual(done);
  });

  it('does not throw where there is no package to fit a library into', async () => {
    const { installation } = machine({});
    installation.base = () => Promise.reject(new Error('npm: no network'));
    expect(await settle(installation, { force: false })).toBe('npm: no network');
  });
});
