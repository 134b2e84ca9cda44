import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toHostSource } from '../../src/host/source.js';
import { Workspace } from '../../src/host/workspace.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'digitscope-source-')));
const workspace = new Workspace(root);
afterAll(() => rmSync(root, { recursive: true }));

describe('a source', () => {
  it.each([
    ['mnist', 'mnist'],
    ['mnist:test', 'mnist:test'],
    ['data/digits', 'data/digits'],
    [join(root, 'data', 'digits'), 'data/digits'],
    ['./mnist', join(root, 'mnist')],
    ['.', root],
    ['/elsewhere/digits', '/elsewhere/digits'],
    ['../beside', join(root, '..', 'beside')],
    ['~/digits', join(homedir(), 'digits')],
  ])('typed as %s is %s to the host', (typed, source) => {
    expect(toHostSource(typed, workspace, root)).toBe(source);
  });
});
