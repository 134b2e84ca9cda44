/** The machine that a native library must suit. */
export interface Platform {
  os: string;
  arch: string;
  /** Linux only: TensorFlow is built for glibc. */
  libc?: 'glibc' | 'musl';
}

/** A wheel of TensorFlow on PyPI: a zip file that holds the C library and its headers. */
export interface Wheel {
  project: string;
  version: string;
  /** As `pip download --platform` calls it. */
  tag: string;
  /** Of the wheel, in lower-case hexadecimal. */
  sha256: string;
  /** Where PyPI keeps it, for machines without pip. */
  url: string;
  megabytes: number;
  /** File names of the two libraries, in link order. */
  libraries: readonly [string, string];
}

/** Who can make a native library. */
export const nativeSources = ['package installer', 'PyPI'] as const;
export type NativeSource = (typeof nativeSources)[number];

const version = '2.15.1';
const linuxLibraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'] as const;
const macLibraries = ['libtensorflow_cc.2.dylib', 'libtensorflow_framework.2.dylib'] as const;

/**
 * The wheels, by system and processor. Project `tensorflow` is an empty shell on Linux for ARM,
 * where the library is in `tensorflow-cpu-aws`. The one for Windows holds no C library.
 */
const wheels: Readonly<Record<string, Wheel>> = {
  'linux-x64': {
    project: 'tensorflow-cpu',
    version,
    tag: 'manylinux2014_x86_64',
    sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
    url: 'https://files.pythonhosted.org/packages/5b/00/af89cb211fc96ffdebb52a687dad7f83b0b1d82bc057f65309fa03a89911/tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    megabytes: 207,
    libraries: linuxLibraries,
  },
  'linux-arm64': {
    project: 'tensorflow-cpu-aws',
    version,
    tag: 'manylinux2014_aarch64',
    sha256: 'd4c3a3a9363bf42999adedbbd514e3a133be2d62f61fee9cfa46aaefb087c09e',
    url: 'https://files.pythonhosted.org/packages/06/d5/05cd02db299821fd68ef5f8857506c21aeeddd024daf519d8643f0260952/tensorflow_cpu_aws-2.15.1-cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64.whl',
    megabytes: 212,
    libraries: linuxLibraries,
  },
  'darwin-arm64': {
    project: 'tensorflow',
    version,
    tag: 'macosx_12_0_arm64',
    sha256: 'aa926114d1e13ffe5b2ea59c3f195216f26646d7fe36e9e5207b291e4b7902ff',
    url: 'https://files.pythonhosted.org/packages/f1/31/3191cd83da2f213a3c4af5e40597a98996e9c84b56666f9595dad8a6e780/tensorflow-2.15.1-cp311-cp311-macosx_12_0_arm64.whl',
    megabytes: 206,
    libraries: macLibraries,
  },
  'darwin-x64': {
    project: 'tensorflow',
    version,
    tag: 'macosx_10_15_x86_64',
    sha256: '6761efe511e6ee0f893f60738fefbcc51d6dc386eeaaafea59d21899ef369ffd',
    url: 'https://files.pythonhosted.org/packages/25/72/2ede9c4b9b96650a8a7b909abf4733adf110c5907425ee252f8095385b11/tensorflow-2.15.1-cp311-cp311-macosx_10_15_x86_64.whl',
    megabytes: 236,
    libraries: macLibraries,
  },
};

/** The wheel whose library runs on a platform, if PyPI has one. */
export function wheelFor(platform: Platform): Wheel | undefined {
  return platform.libc === 'musl' ? undefined : wheels[platformName(platform)];
}

/**
 * Who can make a native library for a platform, in the order to ask them. The package's own
 * installer comes last on ARM: its ready-made binding is for x86-64 only, so that it must find
 * tools and compile.
 */
export function makersFor(platform: Platform): readonly NativeSource[] {
  if (platform.libc === 'musl') return [];
  if (platform.os === 'win32') return platform.arch === 'x64' ? ['package installer'] : [];
  if (wheelFor(platform) === undefined) return [];
  return platform.arch === 'x64' ? ['package installer', 'PyPI'] : ['PyPI', 'package installer'];
}

/** The platform of this process. */
export function thisPlatform(): Platform {
  const platform = { os: process.platform, arch: process.arch };
  if (process.platform !== 'linux') return platform;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: unknown } };
  return { ...platform, libc: report.header?.glibcVersionRuntime ? 'glibc' : 'musl' };
}

/** For folder names and messages: `linux-x64`. */
export function platformName({ os, arch, libc }: Platform): string {
  return libc === 'musl' ? `${os}-${arch}-musl` : `${os}-${arch}`;
}
