import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelSummary } from '../../../src/host/protocol.js';
import { FileBrowser } from '../../../src/state/file-browser-store.js';
import { HostConnection } from '../../../src/state/host-connection.js';
import { LiveDemo } from '../../../src/state/live/live-demo-store.js';
import { previewsOf } from '../../../src/state/recognition-previews.js';
import { FakeLiveHost } from '../../state/live/live-fakes.js';
import { modelSummary } from '../../state/recognition-fakes.js';
import { programRoot } from '../../support/sandbox.js';

/** Live Demo over a host of the test's own, in a workspace of its own. */
export interface LiveFixture {
  live: LiveDemo;
  host: FakeLiveHost;
  workspace: string;
  close: () => void;
}

/** What a connection wants of a host that the demonstrations do not. */
const unheard = {
  onRunsChanged: () => {},
  onModelsChanged: () => {},
  onClose: () => {},
  close: () => {},
};

export function openLive(
  models: ModelSummary[] | undefined = [modelSummary('starter', { preferred: true })],
): LiveFixture {
  const workspace = mkdtempSync(join(tmpdir(), 'digitscope-live-'));
  const host = new FakeLiveHost();
  const connection = new HostConnection({
    connect: async () => Object.assign(host, unheard).asHost,
    engineStatus: async () => {
      throw new Error('there is no engine here');
    },
  });
  connection.store.setState({ status: 'ready', models });
  const folders = new FileBrowser({
    purpose: 'folder',
    places: [{ name: 'workspace', folder: workspace }],
    recent: { load: async () => [], add: async () => {} },
    home: workspace,
    previews: previewsOf(async () => host),
  });
  const live = new LiveDemo(connection, { workspace, program: programRoot, folders });
  return {
    live,
    host,
    workspace,
    close: () => {
      live.close();
      connection.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}
