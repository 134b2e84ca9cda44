import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { protocolPage } from '../../scripts/protocol-page/protocol-page.js';
import { defaultSettings } from '../../src/core/settings.js';
import { HostClient } from '../../src/host/client.js';
import { Workspace } from '../../src/host/workspace.js';
import { Sandbox } from '../support/sandbox.js';

const page = new URL('../../docs/protocol.md', import.meta.url);

it('docs/protocol.md says what the sources say: `npm run make:protocol` writes it anew', async () => {
  const made = protocolPage();
  expect(await readFile(page, 'utf8')).toBe(made);
  expect(made).toMatch(
    /### `analysis\/score`\n\nScores labelled samples[^#]*\| `part` +\| `SourcePart`/,
  );
  expect(made).toMatch(
    /### `analysis\/score`[^#]*Progress: `ScoreProgress`\n\nAnswer: `ScoreAnswer`/,
  );
  expect(made).toMatch(/### `run\/event`\n\n[^#]*\| `event` +\| `RunEvent`/);
  expect(made).toMatch(/### WeightsRef\n\n- `\{ run: string; epoch\?: number \}`/);
}, 90_000);

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('its example in Python', () => {
  let sandbox: Sandbox;
  const before = { ...process.env };

  afterEach(() => {
    process.env = { ...before };
    sandbox.close();
  });

  it('lists the runs of the host', async () => {
    sandbox = await Sandbox.open();
    Object.assign(process.env, sandbox.env);
    const client = await HostClient.connect(new Workspace(sandbox.workspace));
    const { run } = await client.startRun({ source: 'nowhere', settings: defaultSettings });
    const runs = async () => (await client.listRuns()).map(({ status }) => status);
    await expect.poll(runs).toEqual(['failed']);
    const [, example] = /```python\n([\s\S]*?)```/.exec(await readFile(page, 'utf8')) ?? [];
    const python = spawn('python3', ['-c', example], { cwd: sandbox.workspace });
    const [said, wrong] = await Promise.all([text(python.stdout), text(python.stderr)]);
    expect({ said, wrong }).toEqual({ said: `${run} failed\n`, wrong: '' });
    expect(example.trim().split('\n').length).toBeLessThanOrEqual(15);
    client.close();
  });
});
