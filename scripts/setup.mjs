// Run by npm after an install: by `prepare` in a clone, by `postinstall` in an installed package.
// Says in one line which engine there is now, and never fails the install.
import { existsSync } from 'node:fs';

const installer = new URL('../dist/install-engine.js', import.meta.url);
const isClone = existsSync(new URL('../src', import.meta.url));

// A clone's `postinstall` comes before its `prepare`, which builds dist first.
if (existsSync(installer) && !(isClone && process.env.npm_lifecycle_event === 'postinstall')) {
  await setUp().catch((error) => say(`portable engine; set-up broke off (${error.message})`));
}

async function setUp() {
  const started = Date.now();
  const { installEngine } = await import(installer.href);
  const status = await installEngine({ report: (line) => say(`${line} …`) });
  const seconds = Math.round((Date.now() - started) / 1000);
  if (status.engine === 'native') {
    const took = seconds < 2 ? '' : `, ${seconds} s`;
    say(`native engine ready (TensorFlow ${status.tensorflow}, ${status.source}${took})`);
  } else {
    say(`portable engine: ${status.reason}. Try again with: digitscope engine install`);
  }
}

function say(line) {
  process.stderr.write(`digitscope: ${line}\n`);
}
