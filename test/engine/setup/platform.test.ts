import { describe, expect, it } from 'vitest';
import { makersFor, wheelFor } from '../../../src/engine/native/setup/platform.js';
import { pipArguments, placeInBase } from '../../../src/engine/native/setup/pypi.js';

describe('platform', () => {
  it.each([
    ['linux', 'x64', 'glibc', 'tensorflow-cpu', 'manylinux2014_x86_64'],
    ['linux', 'arm64', 'glibc', 'tensorflow-cpu-aws', 'manylinux2014_aarch64'],
    ['darwin', 'arm64', undefined, 'tensorflow', 'macosx_12_0_arm64'],
    ['darwin', 'x64', undefined, 'tensorflow', 'macosx_10_15_x86_64'],
    ['linux', 'x64', 'musl', undefined, undefined],
    ['linux', 'arm', 'glibc', undefined, undefined],
    ['win32', 'x64', undefined, undefined, undefined],
  ] as const)('knows the wheel for %s %s %s', (os, arch, libc, project, tag) => {
    const wheel = wheelFor({ os, arch, libc });
    expect([wheel?.project, wheel?.tag]).toEqual([project, tag]);
  });

  it.each([
    ['linux', 'x64', 'glibc', ['package installer', 'PyPI']],
    ['linux', 'arm64', 'glibc', ['PyPI', 'package installer']],
    ['darwin', 'arm64', undefined, ['PyPI', 'package installer']],
    ['win32', 'x64', undefined, ['package installer']],
    ['win32', 'arm64', undefined, []],
    ['linux', 'x64', 'musl', []],
    ['freebsd', 'x64', undefined, []],
  ] as const)('asks the makers in order on %s %s %s', (os, arch, libc, makers) => {
    expect(makersFor({ os, arch, libc })).toEqual(makers);
  });
});

describe('wheel', () => {
  const wheel = wheelFor({ os: 'linux', arch: 'x64', libc: 'glibc' });
  if (wheel === undefined) throw new Error('no wheel for linux-x64');

  it('is named to pip so that the Python of this machine does not matter', () => {
    const options = pipArguments(wheel, '/tmp/wheel').join(' ');
    expect(options).toContain('--only-binary=:all: --platform manylinux2014_x86_64');
    expect(options).toContain('--python-version 3.11 --implementation cp --abi cp311');
    expect(options).toMatch(/--dest \/tmp\/wheel tensorflow-cpu==2\.15\.1$/);
  });

  it.each([
    ['tensorflow/libtensorflow_cc.so.2', 'deps/lib/libtensorflow_cc.so.2'],
    ['tensorflow/libtensorflow_framework.so.2', 'deps/lib/libtensorflow_framework.so.2'],
    [
      'tensorflow_cpu_aws.libs/libomp-54bf90fd.so.5',
      'deps/tensorflow_cpu_aws.libs/libomp-54bf90fd.so.5',
    ],
    ['tensorflow/include/tensorflow/c/c_api.h', 'include/tensorflow/c/c_api.h'],
    [
      'tensorflow/include/tensorflow/core/platform/ctstring.h',
      'include/tensorflow/core/platform/ctstring.h',
    ],
    ['tensorflow/include/tsl/platform/ctstring.h', 'include/tsl/platform/ctstring.h'],
    ['tensorflow/include/tensorflow/compiler/jit/flags.h', undefined],
    ['tensorflow/python/_pywrap_tensorflow_internal.so', undefined],
    ['tensorflow/include/tsl/../../../../evil.h', undefined],
  ])('gives %s the place %s', (name, place) => {
    expect(placeInBase(name, wheel)).toBe(place);
  });
});
