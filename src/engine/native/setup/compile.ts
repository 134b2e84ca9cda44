import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindingFile } from './places.js';
import { runTool, ToolFailure } from './tool.js';

interface Compilation {
  /** The package folder that holds the sources of the binding. */
  base: string;
  /** TensorFlow's headers. */
  headers: string;
  /** The folder to build in, with the libraries in `deps/lib` already. */
  target: string;
  libraries: readonly string[];
  os: string;
}

/** @throws ToolFailure if there is no C++ compiler */
export async function requireCompiler(): Promise<void> {
  try {
    await runTool(compiler(), ['--version'], { limit: 20 });
  } catch {
    throw new ToolFailure(`a C++ compiler is needed (there is no working ${compiler()})`);
  }
}

/**
 * Compiles the sources that tfjs-node ships into its binding, in about five seconds. The same
 * commands as its binding.gyp, without node-gyp, which would download headers.
 */
export async function compileBinding(compilation: Compilation): Promise<void> {
  const output = bindingFile(compilation.target);
  await mkdir(dirname(output), { recursive: true });
  await runTool(compiler(), compilerArguments(compilation, nodeHeaders(), output), { limit: 300 });
}

/** The libraries are found from the binding's own place, so that a base can be moved. */
export function compilerArguments(
  { base, headers, target, libraries, os }: Compilation,
  nodeApiHeaders: string,
  output: string,
): string[] {
  const mac = os === 'darwin';
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'];
  return [
    '-O2',
    '-std=c++17',
    '-fPIC',
    '-shared',
    '-DNAPI_VERSION=8',
    `-I${headers}`,
    `-I${nodeApiHeaders}`,
    ...sources.map((name) => join(base, 'binding', name)),
    ...libraries.map((name) => join(target, 'deps', 'lib', name)),
    // Node itself gives the symbols of N-API.
    ...(mac ? ['-undefined', 'dynamic_lookup'] : []),
    `-Wl,-rpath,${mac ? '@loader_path' : '$ORIGIN'}/../../deps/lib`,
    '-o',
    output,
  ];
}

function compiler(): string {
  return process.env.CXX || 'c++';
}

function nodeHeaders(): string {
  const { include_dir } = createRequire(import.meta.url)('node-api-headers') as {
    include_dir: string;
  };
  return include_dir;
}
