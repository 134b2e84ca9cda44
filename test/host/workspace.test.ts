import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { programBuild, programRoot, programVersion } from '../../src/host/workspace.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('finds where the program is installed, with what ships beside it', () => {
  expect(join(programRoot, '/')).toBe(root);
});

it('tells this build from others of the same version, so that the sources share a host with it', () => {
  const id = readFileSync(join(root, 'dist', 'build-id'), 'utf8').trim();
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(programBuild).toBe(`${programVersion} ${id}`);
});
