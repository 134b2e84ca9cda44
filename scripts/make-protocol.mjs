/**
 * Writes docs/protocol.md from what the host can be asked:
 *   node --import ./test/support/typescript.mjs scripts/make-protocol.mjs
 */
import { writeFile } from 'node:fs/promises';
import { protocolPage } from './protocol-page/protocol-page.js';

await writeFile(new URL('../docs/protocol.md', import.meta.url), protocolPage());
