import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { keysPage } from '../../scripts/keys-page.js';

it('docs/keys.md says what the table of keys says: `npm run make:keys` writes it anew', async () => {
  const written = await readFile(new URL('../../docs/keys.md', import.meta.url), 'utf8');
  expect(written).toBe(keysPage());
});

it('has each place with its keys', () => {
  const page = keysPage();
  expect(page).toMatch(/^# Keys\n/);
  expect(page).toMatch(/## Everywhere[^#]*\| `q` `Ctrl-C` +\| leave/);
  expect(page).toMatch(/## Recognition[^#]*\| `→` `n` `l` +\| next picture/);
  expect(page).toMatch(/## The file browser[^#]*\| `Space` +\| mark/);
});
