/**
 * Writes docs/keys.md from the table of keys:
 *   node --import ./test/support/typescript.mjs scripts/make-keys.mjs
 */
import { writeFile } from 'node:fs/promises';
import { keysPage } from './keys-page.js';

await writeFile(new URL('../docs/keys.md', import.meta.url), keysPage());
