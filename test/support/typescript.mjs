/**
 * Lets Node run TypeScript from the sources: `node --import ./test/support/typescript.mjs program.tsx`.
 * For programs that tests start in a pseudo-terminal; nothing is type-checked here.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// This file is loaded twice: by --import, and by Node's hooks thread.
if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier)) {
    for (const extension of ['.ts', '.tsx']) {
      const url = new URL(specifier.replace(/\.js$/, extension), context.parentURL);
      if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}

// Loading the compiler takes longer than everything else, and the same sources start many times in a test run.
const cache = new URL('../../node_modules/.cache/digitscope-tests/', import.meta.url);

async function compiled(file) {
  const source = await readFile(file, 'utf8');
  const key = createHash('sha1').update(file).update(source).digest('hex');
  const kept = new URL(`${key}.js`, cache);
  if (existsSync(kept)) return readFile(kept, 'utf8');
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(source, {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.ReactJSX,
      verbatimModuleSyntax: true,
    },
  });
  await mkdir(cache, { recursive: true });
  const partial = new URL(`${key}.${process.pid}`, cache);
  await writeFile(partial, outputText);
  await rename(partial, kept);
  return outputText;
}
