import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { Workspace } from '../../../src/host/workspace.js';
import { HomeScreen, type HomeScreenProps } from '../../../src/screens/home/home-screen.js';
import type { HostConnection } from '../../../src/state/host-connection.js';
import { SystemLoad } from '../../../src/state/system-load.js';
import { TrainingForm } from '../../../src/state/training-form-store.js';
import { runSummary } from '../../state/analytics/analytics-fakes.js';
import { modelSummary } from '../../state/recognition-fakes.js';
import { connectionOf, FakeHost } from '../../state/run-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';
import { clickAt } from '../../support/mouse.js';

const [down, up, enter] = ['\u001b[B', '\u001b[A', '\r'];
const models = [modelSummary('starter', { preferred: true })];

let chosen: unknown[];
let terminal: Mounted | undefined;
let connection: HostConnection;

beforeEach(() => {
  chosen = [];
});
afterEach(() => {
  terminal?.unmount();
  connection.close();
});

const load = new SystemLoad(() => ({
  at: 0,
  times: [],
  cores: 4,
  memoryUsed: 2 ** 30,
  memoryTotal: 2 ** 32,
  loadAverage: [0.5, 0.25, 0.125],
}));

interface ShowOptions extends Partial<HomeScreenProps> {
  columns?: number;
  rows?: number;
  hosts?: (FakeHost | Error)[];
}

async function show({ columns, rows, hosts = [], ...props }: ShowOptions = {}): Promise<Mounted> {
  connection = connectionOf(...hosts);
  const form = new TrainingForm(connection, new Workspace('.'));
  terminal = await mount(
    <HomeScreen
      connection={connection}
      form={form}
      view={undefined}
      pictures={undefined}
      workspace="/nowhere"
      load={load}
      status=""
      onChoose={(choice) => chosen.push(choice)}
      {...props}
    />,
    { columns, rows },
  );
  return terminal;
}

const text = () => terminal?.screen().join('\n') ?? '';

describe('the highlight', () => {
  it('starts on what is sensible, and Enter does it', async () => {
    const { press } = await show();
    connection.store.setState({ status: 'ready', models: [], runs: [] });
    await expect.poll(text).toContain('› Train on mnist');
    expect(text()).toContain('no model can read yet: train the first one');
    await press(enter);
    expect(chosen).toEqual([{ kind: 'train', source: 'mnist' }]);
  });

  it('is left where the person has put it', async () => {
    const { press } = await show();
    await press(down);
    expect(text()).toContain('› Read your own pictures');
    connection.store.setState({ status: 'ready', models: [], runs: [] });
    await expect.poll(text).toContain('no model can read yet');
    expect(text()).toContain('› Read your own pictures');
    await press(up, enter);
    expect(chosen).toEqual([{ kind: 'read-samples' }]);
  });
});

describe('a lost host', () => {
  it('is said with what helps, and started again from the menu', async () => {
    const refusal = new Problem('the host did not start', { remedy: 'see its log' });
    const { press } = await show({ hosts: [refusal, new FakeHost()] });
    connection.open();
    await expect.poll(text).toContain('✗ the host did not start: see its log');
    expect(text()).toContain('› Start the host again');
    await press(enter);
    await expect.poll(() => connection.store.getState().status).toBe('ready');
    expect(chosen).toEqual([]);
    await expect.poll(text).not.toContain('Start the host again');
  });
});

describe('the room', () => {
  const ready = () => connection.store.setState({ status: 'ready', models, runs: [] });

  it('is enough at 80x24 for all facts and the whole menu', async () => {
    const { screen } = await show();
    ready();
    await expect.poll(text).toContain('starter  99.00 % in validation');
    expect(screen()).toHaveLength(24);
    for (const words of ['processor', '1.0 GB of 4.0 GB', '0.50  0.25  0.13', 'About']) {
      expect(text()).toContain(words);
    }
  });

  it.each([
    [120, 40],
    [200, 60],
  ])('holds the past runs at %ix%i', async (columns, rows) => {
    await show({ columns, rows });
    ready();
    await expect.poll(text).toContain('no run yet: 2 opens Training, r starts one');
    expect(text().includes('Validation accuracy')).toBe(columns === 200);
  });
});

it('opens a past run in Analytics with a click', async () => {
  const view = await show({ columns: 120, rows: 40 });
  connection.store.setState({ status: 'ready', models, runs: [runSummary('a'), runSummary('b')] });
  await expect.poll(text).toContain('✓ completed, 2 epochs');
  const row = view.screen().findIndex((line) => line.startsWith('│ b '));
  await clickAt(view, { column: 4, row: row + 1 });
  expect(chosen).toEqual([]);
  await clickAt(view, { column: 4, row });
  expect(chosen).toEqual([{ kind: 'analytics', run: 'b' }]);
});

it('counts the pictures of its sources', async () => {
  const workspace = new Workspace('.');
  const form = new TrainingForm(connectionOf(), workspace);
  form.setSources(['mnist', 'data/digits_jpeg']);
  await show({ workspace: workspace.root, form });
  await expect.poll(text).toContain('data/digits_jpeg, 1,000 pictures');
});
