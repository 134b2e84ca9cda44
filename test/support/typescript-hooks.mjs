/** The hooks behind `typescript.mjs`; they run in a thread of Node's own. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';

export async function resolve(specifier, context, next) {
  // A thread is started by its whole URL.
  if (/^(\.{1,2}|file:\/\/)\/.*\.js$/.test(specifier)) {
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
  const partial = new URL(`${key}.${process.pid}-${threadId}`, cache);
  await writeFile(partial, outputText);
  await rename(partial, kept);
  return outputText;
}
