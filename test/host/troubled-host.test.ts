import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import { programRoot, Sandbox } from '../support/sandbox.js';

it('a host outlives what nobody catches, and says it in its log', async () => {
  const sandbox = await Sandbox.open();
  const before = { ...process.env };
  Object.assign(process.env, sandbox.env);
  const workspace = new Workspace(sandbox.workspace);
  const program = join(programRoot, 'test', 'host', 'fixtures', 'troubled-host.ts');
  const loader = join(programRoot, 'test', 'support', 'typescript.mjs');
  const host = spawn(process.execPath, ['--import', loader, program, workspace.root]);
  let said = '';
  host.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  try {
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/host \d+ of /);
    const client = await HostClient.find(workspace);
    const facts = await client?.hello();
    host.stdin.write('go wrong\n');
    await expect.poll(() => said).toMatch(/went wrong: Error: rejected by nobody\n {4}at /);
    await expect.poll(() => said).toMatch(/went wrong: Error: thrown by nobody\n {4}at /);
    expect(await client?.hello()).toEqual(facts);
    expect(facts?.pid).toBe(host.pid);
    client?.close();
  } finally {
    host.kill('SIGKILL');
    process.env = before;
    sandbox.close();
  }
});
